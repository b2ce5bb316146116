// Tokens that are recognised as a whole: addresses, dates and telephone
// numbers, emoticons, runs of punctuation.

#include <algorithm>
#include <array>
#include <string>

#include "extractor/characters.h"
#include "extractor/token_scanner.h"

namespace demarche {

namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_address_character(char c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         "._%+-"sv.find(c) != std::string_view::npos;
}

std::string_view rest(const Chunk& chunk, std::uint32_t begin,
                      std::size_t most) {
  return chunk.text.substr(begin,
                           std::min<std::size_t>(most, chunk.span.end - begin));
}

// The end of a web address: the chunk's, without what closes the sentence or
// the bracket around it.
std::uint32_t end_of_link(const Chunk& chunk, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < chunk.span.end &&
         "<>\"[]{}|"sv.find(chunk.text[end]) == std::string_view::npos) {
    const Character here = character_at(chunk.text, end);
    if (here.code == 0x201C || here.code == 0x201D || here.code == 0x2019) {
      break;
    }
    end += here.size;
  }
  while (end > begin &&
         ".,;:!?'()*"sv.find(chunk.text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

bool begins_link(const Chunk& chunk, std::uint32_t begin) {
  const std::string head = lower_ascii(rest(chunk, begin, 8));
  return head.starts_with("http://") || head.starts_with("https://") ||
         head.starts_with("ftp://") || head.starts_with("mailto:") ||
         (head.starts_with("www.") && head.size() > 4);
}

// "name@host.org", "host.org/page"; `begin` where it is neither.
std::uint32_t end_of_mail(const Chunk& chunk, std::uint32_t begin) {
  constexpr std::uint32_t longest_name = 64;
  std::uint32_t at = begin;
  while (is_address_character(chunk.at(at)) && at - begin < longest_name) ++at;
  const char mark = chunk.at(at);
  if (at == begin || !character_at(chunk.text, at + 1).is_word()) return begin;
  if (mark == '/') {
    const auto host = chunk.text.substr(begin, at - begin);
    const auto dot = host.rfind('.');
    const bool is_host = dot != std::string_view::npos && dot > 1 &&
                         host.size() - dot > 2 && host.size() - dot < 5 &&
                         std::all_of(host.begin() + dot + 1, host.end(),
                                     [](char c) { return is_lower(c); });
    return is_host ? end_of_link(chunk, begin) : begin;
  }
  if (mark != '@') return begin;
  std::uint32_t end = at + 1;
  while (is_address_character(chunk.at(end))) ++end;
  while (chunk.at(end - 1) == '.' || chunk.at(end - 1) == '-') --end;
  return end;
}

struct DigitGroups {
  std::string marks;
  std::array<std::uint32_t, 4> sizes{}, values{};
  std::size_t count = 0;
  std::uint32_t end = 0;
};

// Up to four groups of up to five digits with one of / - between them.
DigitGroups read_groups(const Chunk& chunk, std::uint32_t begin) {
  DigitGroups groups;
  std::uint32_t at = begin;
  while (groups.count < 4) {
    const std::uint32_t group = at;
    std::uint32_t value = 0;
    while (is_digit(chunk.at(at)) && at - group < 6) {
      value = value * 10 + static_cast<std::uint32_t>(chunk.at(at++) - '0');
    }
    groups.sizes[groups.count] = at - group;
    groups.values[groups.count++] = value;
    groups.end = at;
    if ((chunk.at(at) != '/' && chunk.at(at) != '-') ||
        !is_digit(chunk.at(at + 1))) {
      break;
    }
    groups.marks += chunk.at(at++);
  }
  return groups;
}

bool is_date(const DigitGroups& groups) {
  const auto& n = groups.sizes;
  const auto& v = groups.values;
  if (groups.count == 2) {  // 9/11, but 1/2 is a fraction.
    return groups.marks == "/" && n[0] <= 2 && n[1] == 2 && v[0] >= 1 &&
           v[0] <= 12 && v[1] >= 10 && v[1] <= 31 && v[1] != v[0] + 1;
  }
  if (groups.count != 3 || groups.marks[0] != groups.marks[1]) return false;
  return (n[0] <= 2 && n[1] <= 2 && (n[2] == 2 || n[2] == 4)) ||
         (n[0] == 4 && n[1] <= 2 && n[2] <= 2);
}

// Or the post code of a letter to America: "77042-2016".
bool is_telephone(const DigitGroups& groups) {
  const auto& n = groups.sizes;
  const auto has = [&](std::size_t first) {
    return n[first] == 3 && n[first + 1] == 3 && n[first + 2] == 4;
  };
  return (groups.count == 2 && groups.marks == "-" && n[0] == 3 && n[1] == 4) ||
         (groups.count == 2 && groups.marks == "-" && n[0] == 5 && n[1] == 4) ||
         (groups.count == 3 && has(0)) ||
         (groups.count == 4 && n[0] == 1 && has(1));
}

bool is_of(std::string_view set, char c) {
  return c != '\0' && set.find(c) != std::string_view::npos;
}

std::uint32_t end_of_run(const Chunk& chunk, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < chunk.span.end && chunk.at(end) == chunk.at(begin)) ++end;
  return end;
}

// "...", "?!", ".?" are one token; "...?" is two.
std::uint32_t end_of_stops(const Chunk& chunk, std::uint32_t begin) {
  std::uint32_t end = begin;
  std::uint32_t dots = 0;
  const auto size = [&](std::uint32_t at) -> std::uint32_t {
    if (chunk.at(at) == '.') return 1;
    return rest(chunk, at, 3) == "…" ? 3 : 0;
  };
  for (std::uint32_t step; (step = size(end)) != 0; end += step) {
    dots += step;
  }
  if (dots > 1) return end;
  while (is_of("?!", chunk.at(end))) ++end;
  if (chunk.at(end) == '.' && chunk.at(end + 1) != '.') ++end;
  return end;
}

bool joins_symbol(char32_t code) {
  return code == 0xFE0F || code == 0xFE0E || code == 0x20E3 ||
         (code >= 0x1F3FB && code <= 0x1F3FF);
}

// A picture character with what modifies it, or joined to the next by U+200D.
std::uint32_t end_of_symbol(const Chunk& chunk, std::uint32_t begin) {
  std::uint32_t end = begin + character_at(chunk.text, begin).size;
  while (end < chunk.span.end) {
    const Character here = character_at(chunk.text, end);
    if (here.code == 0x200D) {
      end += here.size;
      if (end < chunk.span.end) end += character_at(chunk.text, end).size;
    } else if (joins_symbol(here.code)) {
      end += here.size;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

std::uint32_t end_of_address(const Chunk& chunk, std::uint32_t begin) {
  if (begins_link(chunk, begin)) return end_of_link(chunk, begin);
  return end_of_mail(chunk, begin);
}

std::uint32_t end_of_digit_groups(const Chunk& chunk, std::uint32_t begin) {
  if (!is_digit(chunk.at(begin))) return begin;
  const DigitGroups groups = read_groups(chunk, begin);
  const Character after = groups.end < chunk.span.end
                              ? character_at(chunk.text, groups.end)
                              : Character{};
  if (after.is_word() || is_of("/-", chunk.at(groups.end))) return begin;
  return is_date(groups) || is_telephone(groups) ? groups.end : begin;
}

std::uint32_t end_of_emoticon(const Chunk& chunk, std::uint32_t begin) {
  if (!is_of(":;=", chunk.at(begin))) return begin;
  if (begin > chunk.span.begin && !is_of(".!?,)", chunk.at(begin - 1))) {
    return begin;
  }
  std::uint32_t end = begin + 1;
  if (is_of("-'", chunk.at(end))) ++end;
  const char mouth = chunk.at(end);
  if (!is_of(")(DPpO/|]", mouth)) return begin;
  while (chunk.at(end) == mouth && end - begin < 8) ++end;
  if (end < chunk.span.end && character_at(chunk.text, end).is_word()) {
    return begin;
  }
  return end;
}

std::uint32_t end_of_punctuation(const Chunk& chunk, std::uint32_t begin) {
  const Character here = character_at(chunk.text, begin);
  if (is_of(".?!", chunk.at(begin)) || here.code == 0x2026) {
    return end_of_stops(chunk, begin);
  }
  if (is_of("*=_-~+^<>|\\,$/", chunk.at(begin)))
    return end_of_run(chunk, begin);
  std::uint32_t end = begin + here.size;
  if (is_apostrophe(here.code)) {  // '' and `` are double quotes.
    const Character second =
        end < chunk.span.end ? character_at(chunk.text, end) : Character{};
    return is_apostrophe(second.code) ? end + second.size : end;
  }
  return here.code < 0x80 ? end : end_of_symbol(chunk, begin);
}

}  // namespace demarche

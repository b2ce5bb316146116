#include "graphs/compare_words.h"

#include <algorithm>
#include <cstdio>

#include "graphs/evidence.h"

namespace demarche {
namespace {

std::string plain_space(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space)
      plain += c;
    else if (plain.empty() || plain.back() != ' ')
      plain += ' ';
  }
  return plain;
}

std::string labels_of(const std::vector<Participant>& participants) {
  std::string labels;
  for (const auto& one : participants)
    if (!one.label.empty())
      labels += (labels.empty() ? "" : " and ") + one.label;
  return labels;
}

/// How sure a claim is; nothing where its claimer leaves it open.
std::string certainty_of(Factuality factuality) {
  return factuality == Factuality::unknown ? "" : words_for(factuality);
}

/// At most `width` bytes around the trigger, cut at spaces.
std::string cut(const Excerpt& sentence, std::size_t width) {
  const std::string& before = sentence.before;
  const std::string rest = sentence.words + sentence.after;
  if (before.size() + rest.size() <= width) return before + rest;
  std::size_t begin = 0;
  if (before.size() > width / 2) {
    begin = before.find(' ', before.size() - width / 2);
    begin = begin == before.npos ? 0 : begin + 1;
  }
  const std::string kept = before.substr(begin);
  std::string line = (begin > 0 ? "… " : "") + kept;
  const std::size_t room = width - std::min(width, kept.size() + 4);
  if (rest.size() <= room) return line + rest;
  std::size_t end = rest.rfind(' ', room);
  if (end == rest.npos) end = room;
  while (end > 0 && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80)
    --end;  // Not within a character.
  return line + rest.substr(0, end) + " …";
}

class TextWriter {
 public:
  TextWriter(const Comparison& comparison, std::span<const Extraction> articles,
             const Ontology& ontology, std::size_t width)
      : comparison_(comparison),
        articles_(articles),
        ontology_(ontology),
        width_(width) {}

  std::string write() {
    for (std::size_t i = 0; i < comparison_.sides.size(); ++i)
      text_ += letter(i) + "  " + plain_space(comparison_.sides[i].name) + "\n";
    write_shared();
    write_contradictions();
    for (std::size_t i = 0; i < comparison_.sides.size(); ++i) write_only(i);
    return text_;
  }

 private:
  static std::string letter(std::size_t side) {
    return side < 26 ? std::string(1, static_cast<char>('A' + side))
                     : std::to_string(side + 1);
  }

  void title(const std::string& words, std::size_t count) {
    text_ += "\n" + words + " (" + std::to_string(count) + ")\n";
  }

  void score(double score, const std::string& words) {
    char number[16];
    std::snprintf(number, sizeof number, "%.2f", score);
    text_ += "  " + std::string(number) + "  " + words + "\n";
  }

  void line(std::uint32_t claim) {
    const auto& compared = comparison_.claims[claim];
    const auto voice = voice_of(compared);
    std::string head = "      " + letter(compared.side) + "  ";
    if (!voice.empty()) head += "[" + plain_space(voice) + "] ";
    const std::size_t room = width_ - std::min(width_ / 2, head.size());
    text_ += head + cut(marked_sentence(compared, articles_), room) + "\n";
  }

  void write_shared() {
    title("Told by several", comparison_.shared.size());
    for (const auto& shared : comparison_.shared) {
      score(shared.score,
            summary_of(comparison_.claims[shared.claims.front()], ontology_));
      for (const auto claim : shared.claims) line(claim);
    }
  }

  void write_contradictions() {
    title("Contradicted", comparison_.contradictions.size());
    for (const auto& found : comparison_.contradictions) {
      score(found.match.score,
            std::string(name_of(found.match.contrast)) + ": " +
                summary_of(comparison_.claims[found.first], ontology_) + " / " +
                summary_of(comparison_.claims[found.second], ontology_));
      line(found.first);
      line(found.second);
    }
  }

  void write_only(std::size_t side) {
    const auto& claims = comparison_.only[side];
    title("Only " + letter(side), claims.size());
    for (const auto claim : claims) {
      text_ += "  " + summary_of(comparison_.claims[claim], ontology_) + "\n";
      line(claim);
    }
    const auto more = comparison_.unlisted[side];
    if (more > 0) text_ += "  and " + std::to_string(more) + " not listed\n";
  }

  const Comparison& comparison_;
  std::span<const Extraction> articles_;
  const Ontology& ontology_;
  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string summary_of(const ComparedClaim& compared,
                       const Ontology& ontology) {
  const ComparableClaim& claim = compared.claim;
  const std::string_view kind =
      claim.relation != PropertyId::none ? ontology[claim.relation].label
      : claim.type != ClassId::none      ? ontology[claim.type].label
                                         : claim.lemma;
  std::string summary = labels_of(claim.sources);
  if (!summary.empty()) summary += ", ";
  summary += kind;
  std::string others = labels_of(claim.others);
  if (others.empty())
    for (const auto& lemma : claim.theme)
      others += (others.empty() ? "" : " ") + lemma;
  if (!others.empty()) summary += ", " + others;
  return plain_space(summary);
}

std::string voice_of(const ComparedClaim& compared) {
  std::string voice;
  for (const auto& claimer : compared.claim.claimers)
    voice += (voice.empty() ? "" : ": ") +
             (claimer.label.empty() ? "somebody" : claimer.label);
  const auto certainty = certainty_of(compared.claim.factuality);
  if (!certainty.empty()) voice += (voice.empty() ? "" : ": ");
  return voice.append(certainty);
}

Excerpt marked_sentence(const ComparedClaim& compared,
                        std::span<const Extraction> articles) {
  const std::string_view text = articles[compared.article].article.text;
  const auto& claim = compared.claim;
  const Span words = claim.words;
  const Span sentence = {std::min(claim.sentence.begin, words.begin),
                         std::max(claim.sentence.end, words.end)};
  return {plain_space(slice(text, {sentence.begin, words.begin})),
          plain_space(slice(text, words)),
          plain_space(slice(text, {words.end, sentence.end}))};
}

std::string to_text(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology, std::size_t width) {
  return TextWriter(comparison, articles, ontology, width).write();
}

}  // namespace demarche

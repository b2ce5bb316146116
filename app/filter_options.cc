#include "app/filter_options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <string_view>

#include "app/options.h"
#include "extractor/iso_date.h"

namespace demarche {
namespace {

constexpr Factuality all_values[] = {Factuality::certain_positive,
                                     Factuality::probable_positive,
                                     Factuality::possible_positive,
                                     Factuality::certain_negative,
                                     Factuality::probable_negative,
                                     Factuality::possible_negative,
                                     Factuality::unknown};

std::map<std::string, int> values_by_name() {
  std::map<std::string, int> values;
  for (const auto value : all_values)
    values.emplace(name_of(value), static_cast<int>(value));
  return values;
}

std::string check_beginning(const std::string& date) {
  constexpr std::string_view some_day = "2000-01-01";
  const bool is_beginning =
      date.size() == 4 || date.size() == 7 || date.size() == 10;
  const bool is_date =
      is_beginning &&
      is_iso_date(date + std::string(some_day.substr(date.size())));
  return is_date ? "" : "'" + date + "' is not a date such as 2023-01";
}

/// An option that takes one value each time that it is given: what follows may
/// be a file.
CLI::Option* repeated(CLI::Option* option) {
  return option->allow_extra_args(false);
}

}  // namespace

void add_filter_options(CLI::App& command, RelationFilter& filter) {
  const CLI::Validator date(
      [](std::string& text) { return check_beginning(text); }, "DATE");
  const auto group = "Which relations";
  repeated(command.add_option("--relation", filter.relations,
                              "Only these, by name or label: accuses"))
      ->group(group);
  repeated(command.add_option(
               "--actor", filter.actors,
               "Only what one of these does or is done to, by name or IRI"))
      ->group(group);
  repeated(command.add_option("--source", filter.sources,
                              "Only what one of these claims or publishes"))
      ->group(group);
  command
      .add_option("--since", filter.since, "Only from this date on: 2023-01")
      ->check(date)
      ->group(group);
  command.add_option("--until", filter.until, "Only to the end of this date")
      ->check(date)
      ->group(group);
  repeated(command.add_option("--factuality", filter.factuality,
                              "Only these values; by default all but unknown"))
      ->transform(one_of(values_by_name()))
      ->group(group);
  command
      .add_flag("--asserted", filter.asserted_only,
                "Only what the articles themselves state as certain")
      ->group(group);
  command
      .add_flag("--acts", filter.acts_only,
                "Only what somebody does, no standing relations")
      ->group(group);
  command
      .add_flag("--known", filter.known_only,
                "Only actors that all articles name alike, no 'her husband'")
      ->group(group);
  command
      .add_option("--tone", filter.tone, "Only conflict, or only cooperation")
      ->transform(one_of(
          {{"conflict", static_cast<int>(RelationFilter::Tone::conflict)},
           {"cooperation",
            static_cast<int>(RelationFilter::Tone::cooperation)}}))
      ->group(group);
  command
      .add_option("--minimum-count", filter.minimum_count,
                  "Only what is told so many times at least")
      ->check(CLI::Range(1, 1000000))
      ->group(group);
}

}  // namespace demarche

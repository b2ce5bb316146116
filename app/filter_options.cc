#include "app/filter_options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace demarche {
namespace {

constexpr Factuality all_values[] = {Factuality::certain_positive,
                                     Factuality::probable_positive,
                                     Factuality::possible_positive,
                                     Factuality::certain_negative,
                                     Factuality::probable_negative,
                                     Factuality::possible_negative,
                                     Factuality::unknown};

std::map<std::string, Factuality> values_by_name() {
  std::map<std::string, Factuality> values;
  for (const auto value : all_values) values.emplace(name_of(value), value);
  return values;
}

std::string check_beginning(const std::string& date) {
  const bool is_date =
      date.size() >= 4 &&
      date.find_first_not_of("0123456789-") == std::string::npos;
  return is_date ? "" : "'" + date + "' is not a date such as 2023-01";
}

}  // namespace

void add_filter_options(CLI::App& command, RelationFilter& filter) {
  const CLI::Validator date(
      [](std::string& text) { return check_beginning(text); }, "DATE");
  const auto group = "Which relations";
  command
      .add_option("--relation", filter.relations,
                  "Only these, by name or label: accuses")
      ->group(group);
  command
      .add_option("--actor", filter.actors,
                  "Only what one of these does or is done to, by name or IRI")
      ->group(group);
  command
      .add_option("--source", filter.sources,
                  "Only what one of these claims or publishes")
      ->group(group);
  command
      .add_option("--since", filter.since, "Only from this date on: 2023-01")
      ->check(date)
      ->group(group);
  command.add_option("--until", filter.until, "Only to the end of this date")
      ->check(date)
      ->group(group);
  command
      .add_option("--factuality", filter.factuality,
                  "Only these values; by default all but unknown")
      ->transform(CLI::CheckedTransformer(values_by_name()))
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
      ->transform(
          CLI::CheckedTransformer(std::map<std::string, RelationFilter::Tone>{
              {"conflict", RelationFilter::Tone::conflict},
              {"cooperation", RelationFilter::Tone::cooperation}}))
      ->group(group);
  command
      .add_option("--minimum-count", filter.minimum_count,
                  "Only what is told so many times at least")
      ->check(CLI::Range(1, 1000000))
      ->group(group);
}

}  // namespace demarche

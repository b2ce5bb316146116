#include "extractor/narratives.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

/// "stance|about|provider|body", or "none".
std::string parts_of(std::string_view text, bool in_section = false) {
  const auto narrative = find_narrative(
      text, {0, static_cast<std::uint32_t>(text.size())}, in_section);
  if (!narrative) return "none";
  const char* stances[] = {"pro", "anti", "other"};
  std::string parts = stances[static_cast<int>(narrative->stance)];
  for (const Span span :
       {narrative->about, narrative->provider, narrative->body})
    parts += "|" + std::string(slice(text, span));
  return parts;
}

TEST(Narrative, NamesItsSideAndItsProvider) {
  EXPECT_EQ(
      parts_of("Pro-Spain narrative, as provided by El Sol. Ports suffer."),
      "pro|Spain|El Sol|Ports suffer.");
  EXPECT_EQ(
      parts_of("Anti-Spain narrative, as provided by The Moon. They lie."),
      "anti|Spain|Moon|They lie.");
}

TEST(Narrative, ToleratesOtherWordsAndPunctuation) {
  const std::string expected = "pro|Spain|El Sol|Ports suffer.";
  for (const char* text :
       {"Pro-Spain narrative, provided by El Sol: Ports suffer.",
        "Pro-Spain Narrative (as told by El Sol). Ports suffer.",
        "Pro-Spain narrative (El Sol): Ports suffer.",
        "PRO-Spain narrative, as reported in El Sol — Ports suffer.",
        "Pro Spain narrative according to El Sol. Ports suffer.",
        "The pro-Spain narrative via El Sol. Ports suffer.",
        "**Pro-Spain narrative**, as provided by *El Sol*. Ports suffer."})
    EXPECT_EQ(parts_of(text), expected) << text;
}

TEST(Narrative, KnowsTheStopsOfInitials) {
  EXPECT_EQ(
      parts_of("Pro-Spain narrative, as provided by U.S. Post. They lie."),
      "pro|Spain|U.S. Post|They lie.");
}

TEST(Narrative, MayHaveNoProvider) {
  EXPECT_EQ(parts_of("Pro-Spain narrative: Ports suffer."),
            "pro|Spain||Ports suffer.");
  EXPECT_EQ(parts_of("Narrative A: Ports suffer.", true),
            "other|||Ports suffer.");
  EXPECT_EQ(parts_of("Spanish narrative: Ports suffer.", true),
            "other|Spanish||Ports suffer.");
}

TEST(Narrative, MayHaveItsBodyElsewhere) {
  EXPECT_EQ(parts_of("Pro-Spain narrative, as provided by El Sol."),
            "pro|Spain|El Sol|");
}

TEST(Narrative, IsNotASentenceAboutNarratives) {
  for (const char* text :
       {"The film's narrative, the critics say, is thin.",
        "Anti-war narratives, as provided by poets, abound.",
        "That approach could blunt the Spanish narrative, said Ada Lopez.",
        "Ministers left. The narrative, as told by Ada, is thin."})
    EXPECT_EQ(parts_of(text), "none") << text;
}

}  // namespace
}  // namespace demarche

#include "extractor/page_furniture.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

std::string dateline_of(std::string_view text) {
  const auto found =
      find_dateline(text, {0, static_cast<std::uint32_t>(text.size())});
  return found ? std::string(slice(text, *found)) : "";
}

std::string without_links(std::string_view text) {
  std::string rest;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const Span links : find_linked_headlines(text, {0, size})) {
    rest += slice(text, {begin, links.begin});
    begin = links.end;
  }
  return rest += slice(text, {begin, size});
}

TEST(PageFurniture, DatelinesAreAPlaceInCapitalsBeforeADash) {
  EXPECT_EQ(dateline_of("SPLIT (Agency) - Two ministers met."),
            "SPLIT (Agency) -");
  EXPECT_EQ(dateline_of("PORT VILA, March 8 (Agency) — “We go,” he said."),
            "PORT VILA, March 8 (Agency) —");
  EXPECT_EQ(dateline_of("TULSA, Okla.—The mayor left."), "TULSA, Okla.—");
  EXPECT_EQ(dateline_of("ADELAIDE -- The mayor left."), "ADELAIDE --");
}

TEST(PageFurniture, DatelinesAreNoSubjects) {
  EXPECT_EQ(dateline_of("NATO — which has no army — agreed."), "");
  EXPECT_EQ(dateline_of("Split – Two ministers met."), "");
  EXPECT_EQ(dateline_of("GUINEA-BISSAU has a new government."), "");
  EXPECT_EQ(dateline_of("THE minister left - He was tired."), "");
}

TEST(PageFurniture, LinkedHeadlinesGoWithTheNameThatTheyRepeat) {
  EXPECT_EQ(without_links("Sen. Lopez Ada Maria LopezTalks fail againFerries "
                          "stop MORE said so."),
            "Sen. Lopez said so.");
  EXPECT_EQ(without_links("Mr. Banda Joe BandaRains end MORE and Ms. Phiri Eve "
                          "Phiri‘Go home’ MORE (D) left."),
            "Mr. Banda and Ms. Phiri (D) left.");
}

TEST(PageFurniture, IsNotWhatLooksLikeItInProse) {
  for (const char* prose :
       {"Lopez of LopezCorp asked for MORE than McDonald did.",
        "The iPhone and MacDonald MORE.", "Nothing MORE", ""})
    EXPECT_EQ(without_links(prose), prose);
}

}  // namespace
}  // namespace demarche

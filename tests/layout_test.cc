#include "extractor/layout.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

Span whole(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

std::string credit_of(std::string_view text) {
  const auto credit = find_credit(text, whole(text));
  return credit ? std::string(slice(text, *credit)) : "none";
}

std::string sources_of(std::string_view text) {
  const auto sources = find_named_sources(text, whole(text));
  return sources ? std::string(slice(text, *sources)) : "none";
}

TEST(Credit, StandsInBracketsAtTheEnd) {
  EXPECT_EQ(credit_of("A bridge in Mostar [File: Ada Lopez/AP]"),
            "[File: Ada Lopez/AP]");
  EXPECT_EQ(credit_of("A bridge (Photo by Ada Lopez)."),
            "(Photo by Ada Lopez).");
  EXPECT_EQ(credit_of("A bridge. (Ada Lopez/Reuters)"), "(Ada Lopez/Reuters)");
  EXPECT_EQ(credit_of("A bridge [Reuters]"), "[Reuters]");
  EXPECT_EQ(credit_of("A bridge (AP Photo/Ada Lopez)"), "(AP Photo/Ada Lopez)");
  EXPECT_EQ(credit_of("A bridge (Reuters photo: Ada Lopez)"),
            "(Reuters photo: Ada Lopez)");
}

TEST(Credit, StandsOpenAtTheEndOrAlone) {
  EXPECT_EQ(credit_of("A bridge at night. Photo: Ada Lopez"),
            "Photo: Ada Lopez");
  EXPECT_EQ(credit_of("Image source, Getty Images"),
            "Image source, Getty Images");
  EXPECT_EQ(credit_of("By Ada Lopez"), "By Ada Lopez");
}

TEST(Credit, IsNotWhatSentencesSayInBrackets) {
  EXPECT_EQ(credit_of("They joined the alliance (NATO)"), "none");
  EXPECT_EQ(credit_of("He met him [the foreign minister]."), "none");
  EXPECT_EQ(credit_of("She left the room (and the party)."), "none");
  EXPECT_EQ(credit_of("By Friday the talks had failed."), "none");
  EXPECT_EQ(credit_of("Photos of the crash shocked the country."), "none");
}

TEST(Caption, MayHaveALabel) {
  const std::string_view text = "Image caption, A bridge";
  EXPECT_EQ(slice(text, *find_caption_label(text, whole(text))),
            "Image caption,");
  EXPECT_FALSE(find_caption_label("Captions are short", {0, 18}));
}

TEST(SourceLine, NamesItsSources) {
  EXPECT_EQ(sources_of("Source: News Agencies"), "News Agencies");
  EXPECT_EQ(sources_of("SOURCES: AFP and Reuters."), "AFP and Reuters");
  EXPECT_EQ(sources_of("**Sources:** AFP"), "AFP");
  EXPECT_EQ(sources_of("(Source: AFP)"), "AFP");
  EXPECT_EQ(sources_of("Source – AFP"), "AFP");
}

TEST(SourceLine, IsNotASentenceAboutSources) {
  EXPECT_EQ(sources_of("Sources close to the talks said so."), "none");
  EXPECT_EQ(sources_of("Source:"), "none");
}

TEST(Heading, IsShortAndHasNoStop) {
  EXPECT_TRUE(looks_like_heading("Growing tensions", {0, 16}));
  EXPECT_FALSE(looks_like_heading("They left.", {0, 10}));
  const std::string_view link =
      "Read more: What the ministers agreed on in May";
  EXPECT_TRUE(looks_like_heading(link, whole(link)));
}

TEST(Headline, HasNoFullStopUnlessOfInitials) {
  EXPECT_TRUE(looks_like_headline("Ferry talks collapse", {0, 20}));
  EXPECT_TRUE(looks_like_headline("Will they ever sign?", {0, 20}));
  EXPECT_TRUE(looks_like_headline("Envoy leaves the U.N.", {0, 21}));
  EXPECT_FALSE(looks_like_headline("The talks collapsed.", {0, 20}));
}

TEST(SectionTitle, MayBeDressedUp) {
  for (const std::string_view text :
       {"Facts", "FACTS:", "The Facts", "**Facts**"})
    EXPECT_TRUE(is_section_title(text, whole(text), "facts")) << text;
  EXPECT_FALSE(is_section_title("Facts matter", {0, 12}, "facts"));
}

}  // namespace
}  // namespace demarche

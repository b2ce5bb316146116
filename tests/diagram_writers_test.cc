// What is written of diagrams, whatever their labels hold: GraphML, Mermaid and
// the page.  tests/browser/ opens the page in a browser.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "graphs/dot_writer.h"
#include "graphs/graphml_writer.h"
#include "graphs/html_writer.h"
#include "graphs/mermaid_writer.h"
#include "tests/diagram_builder.h"

namespace demarche {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* hostile = "</script><img src=x onerror=\"a&b\">";

Diagram hostile_diagram() {
  auto diagram = random_diagram(2, 1);
  diagram.boxes[0].label = hostile;
  diagram.arrows[0].label = hostile;
  diagram.arrows[0].evidence[0].excerpt.words = hostile;
  return diagram;
}

TEST(GraphmlWriter, KeepsTypesWeightsAndDates) {
  auto diagram = random_diagram(2, 1);
  diagram.arrows[0].count = 3;
  const auto xml = to_graphml(diagram);
  EXPECT_THAT(xml, HasSubstr("<key id=\"weight\" for=\"edge\" "
                             "attr.name=\"weight\" attr.type=\"double\"/>"));
  EXPECT_THAT(xml, HasSubstr("<data key=\"weight\">3</data>"));
  EXPECT_THAT(xml, HasSubstr("<data key=\"score\">-2.0</data>"));
  EXPECT_THAT(xml, HasSubstr("<data key=\"asserted\">false</data>"));
  EXPECT_THAT(xml, HasSubstr("<data key=\"first_date\">2024-05-01</data>"));
}

TEST(GraphmlWriter, LeavesOutWhatNoXmlMayHold) {
  auto diagram = random_diagram(1, 0);
  diagram.boxes[0].label = "a\x01 b\xef\xbf\xbf c";
  EXPECT_THAT(to_graphml(diagram), HasSubstr(">a  b  c<"));
}

TEST(DotWriter, LeavesOutWhatNoXmlMayHold) {
  auto diagram = random_diagram(1, 0);
  diagram.boxes[0].label = "a\x01 b\xef\xbf\xbe c \"d\"";
  EXPECT_THAT(to_dot(diagram), HasSubstr("label=\"a  b  c \\\"d\\\"\""));
}

TEST(GraphmlWriter, EscapesWhatLabelsHold) {
  EXPECT_THAT(to_graphml(hostile_diagram()), Not(HasSubstr("<img")));
}

TEST(MermaidWriter, DrawsWhatIsOnlyClaimedDashed) {
  const auto text = to_mermaid(random_diagram(2, 2));
  EXPECT_THAT(text, HasSubstr(" -.->|\"accuses #91;Norland: possibly#93;\"|"));
  EXPECT_THAT(text, HasSubstr(" -->|\"negotiates with\"|"));
  EXPECT_THAT(text, HasSubstr("linkStyle 1 stroke:#3182bd"));
}

TEST(MermaidWriter, EscapesWhatLabelsHold) {
  const auto text = to_mermaid(hostile_diagram());
  EXPECT_THAT(text, Not(HasSubstr("<img")));
  EXPECT_THAT(text, HasSubstr("n0[\"#60;#47;script#62;"));
}

TEST(HtmlWriter, NothingOfAnArticleIsMarkup) {
  const auto page = to_html(hostile_diagram());
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, HasSubstr("\\u003c/script>\\u003cimg src=x"));
}

TEST(HtmlWriter, APlaceInAnArticleIsNotFilled) {
  auto diagram = random_diagram(1, 0);
  diagram.boxes[0].label = "{{script}}";
  EXPECT_THAT(to_html(diagram), HasSubstr("\"label\":\"{{script}}\""));
}

TEST(HtmlWriter, LoadsNothing) {
  const auto page = to_html(random_diagram(3, 3));
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* word : {" src=", "<link", "@import", "fetch(", "url(http"})
    EXPECT_THAT(page, Not(HasSubstr(word)));
}

TEST(HtmlWriter, WritesTheSameBytesEachTime) {
  EXPECT_EQ(to_html(random_diagram(30, 60)), to_html(random_diagram(30, 60)));
}

TEST(HtmlWriter, TakesAThousandBoxes) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(to_html(random_diagram(1000, 2000)), HasSubstr("urn:999"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::minutes(1));
}

}  // namespace
}  // namespace demarche

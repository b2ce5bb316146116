#include "graphs/diagram_layout.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/diagram_builder.h"

namespace demarche {
namespace {

/// All pairs of rectangles that overlap, as text.
std::string overlaps(const std::vector<Rectangle>& rectangles) {
  std::string pairs;
  for (std::size_t i = 0; i < rectangles.size(); ++i)
    for (std::size_t j = i + 1; j < rectangles.size(); ++j)
      if (overlap(rectangles[i], rectangles[j]))
        pairs += std::to_string(i) + "/" + std::to_string(j) + " ";
  return pairs;
}

std::vector<Rectangle> all_of(const DiagramLayout& layout) {
  auto all = layout.boxes;
  all.insert(all.end(), layout.labels.begin(), layout.labels.end());
  return all;
}

TEST(RemoveOverlaps, LeavesNoneWhateverTheyWere) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> place(0, 300), size(10, 120);
  for (int round = 0; round < 20; ++round) {
    std::vector<Rectangle> rectangles(80);
    for (auto& r : rectangles)
      r = {double(place(random)), double(place(random)), double(size(random)),
           20};
    remove_overlaps(rectangles);
    EXPECT_EQ(overlaps(rectangles), "");
  }
  std::vector<Rectangle> same(50, {5, 5, 40, 20});
  remove_overlaps(same);
  EXPECT_EQ(overlaps(same), "");
}

TEST(DiagramLayout, NoTwoBoxesOrLabelsOverlap) {
  for (const int boxes : {1, 2, 30, 100}) {
    const auto layout = lay_out(random_diagram(boxes, 2 * boxes));
    EXPECT_EQ(overlaps(all_of(layout)), "") << boxes;
  }
}

TEST(DiagramLayout, EverythingLiesInside) {
  const auto layout = lay_out(random_diagram(30, 60));
  for (const auto& r : all_of(layout)) {
    EXPECT_GE(r.x - r.width / 2, 0);
    EXPECT_GE(r.y - r.height / 2, 0);
    EXPECT_LE(r.x + r.width / 2, layout.width);
    EXPECT_LE(r.y + r.height / 2, layout.height);
  }
}

TEST(DiagramLayout, BoxesLieInTheFramesOfTheirGroups) {
  auto diagram = random_diagram(20, 30);
  diagram.groups = {"one", "a group of a long name"};
  for (std::size_t i = 0; i < 20; ++i) diagram.boxes[i].group = i % 2;
  std::erase_if(diagram.arrows, [](const Diagram::Arrow& arrow) {
    return arrow.from % 2 != arrow.to % 2;
  });
  const auto layout = lay_out(diagram);
  EXPECT_FALSE(overlap(layout.groups[0], layout.groups[1]));
  for (std::size_t i = 0; i < 20; ++i) {
    EXPECT_TRUE(overlap(layout.boxes[i], layout.groups[i % 2]));
    EXPECT_FALSE(overlap(layout.boxes[i], layout.groups[1 - i % 2]));
  }
}

TEST(DiagramLayout, ColumnsGoFromLeftToRight) {
  auto diagram = random_diagram(6, 0);
  diagram.groups = {"2023", "2024"};
  diagram.in_columns = true;
  for (std::size_t i = 0; i < 6; ++i) diagram.boxes[i].group = i / 3;
  const auto layout = lay_out(diagram);
  EXPECT_EQ(overlaps(layout.boxes), "");
  EXPECT_LT(layout.boxes[0].x, layout.boxes[3].x);
  EXPECT_LT(layout.boxes[0].y, layout.boxes[1].y);
}

TEST(DiagramLayout, AnEmptyDiagramHasNoSize) {
  EXPECT_EQ(lay_out({}).width, 0);
}

TEST(Shortened, KeepsWholeCharacters) {
  EXPECT_EQ(shortened("Norland", 7), "Norland");
  EXPECT_EQ(shortened("N\xc3\xb6rland", 3), "N\xc3\xb6\xe2\x80\xa6");
}

}  // namespace
}  // namespace demarche

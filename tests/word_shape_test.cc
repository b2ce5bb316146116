#include "extractor/model/word_shape.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

struct ShapeCase {
  std::string_view word;
  WordShape shape;
};

class WordShapeCase : public testing::TestWithParam<ShapeCase> {};

TEST_P(WordShapeCase, IsItsCasing) {
  EXPECT_EQ(word_shape(GetParam().word), GetParam().shape);
}

INSTANTIATE_TEST_SUITE_P(
    Words, WordShapeCase,
    testing::Values(
        ShapeCase{"talks", WordShape::lower},
        ShapeCase{"n't", WordShape::lower}, ShapeCase{"Baku", WordShape::title},
        ShapeCase{"\u00c9lys\u00e9e", WordShape::title},
        ShapeCase{"\"Baku", WordShape::title},
        ShapeCase{"UN", WordShape::upper}, ShapeCase{"U.S.", WordShape::upper},
        ShapeCase{"A", WordShape::letter}, ShapeCase{"J.", WordShape::letter},
        ShapeCase{"iPhone", WordShape::mixed},
        ShapeCase{"McDonald", WordShape::mixed},
        ShapeCase{"UNs", WordShape::mixed},
        ShapeCase{"2,000", WordShape::number},
        ShapeCase{"F-16", WordShape::code}, ShapeCase{"5th", WordShape::code},
        ShapeCase{"--", WordShape::other},
        ShapeCase{"\u4e2d", WordShape::other},
        ShapeCase{"\xff", WordShape::other}, ShapeCase{"", WordShape::other}));

}  // namespace
}  // namespace demarche

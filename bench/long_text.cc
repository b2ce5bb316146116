// Processor time of splitting, of all stages after the network, and of
// printing, for a text that is repeated: what a long text costs beside the
// network.
//
//   build/bench_long_text TEXT [TIMES...]

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "extractor/article_reader.h"
#include "extractor/boundary_model.h"
#include "extractor/confidence_model.h"
#include "extractor/extractor.h"
#include "extractor/sentence_splitter.h"
#include "graphs/article_writer.h"

namespace demarche {
namespace {

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void shift(Span& span, std::uint32_t offset) {
  span.begin += offset;
  span.end += offset;
}

/// The sentences of a text that is so many times the same.
std::vector<Sentence> repeat(const std::vector<Sentence>& once, int times,
                             std::uint32_t length, std::uint32_t passages) {
  std::vector<Sentence> all;
  for (int i = 0; i < times; ++i)
    for (Sentence sentence : once) {
      const auto offset = static_cast<std::uint32_t>(i) * length;
      shift(sentence.span, offset);
      for (Token& token : sentence.tokens) shift(token.span, offset);
      for (Word& word : sentence.words) shift(word.span, offset);
      sentence.passage += static_cast<std::uint32_t>(i) * passages;
      all.push_back(std::move(sentence));
    }
  return all;
}

Article article_of(const std::string& text) {
  return read_article(text, {"text", "https://example.org/text", "", "", ""},
                      ArticleForm::plain)
      .article;
}

void measure(const std::string& text, const std::vector<int>& factors) {
  const Extractor extractor(
      Ontology::load(DEMARCHE_SOURCE_DIR "/ontology"),
      Analyser::load(DEMARCHE_SOURCE_DIR "/models/demarche.model"));
  const auto confidence = load_confidence_model(extractor.analyser().file());
  const auto boundaries = load_boundary_model(extractor.analyser().file());
  const Extraction once = extractor.extract(article_of(text));
  const auto passages =
      static_cast<std::uint32_t>(once.article.passages.size());
  const auto length = static_cast<std::uint32_t>(text.size());
  for (const int times : factors) {
    std::string whole;
    for (int i = 0; i < times; ++i) whole += text;
    Article article = article_of(whole);
    if (article.passages.size() != passages * static_cast<std::size_t>(times)) {
      std::puts("the text must end with an empty line");
      return;
    }
    const double before = seconds();
    const std::size_t sentences = split_sentences(article, boundaries).size();
    const double split = seconds() - before;
    Analysis analysis{repeat(once.analysis.sentences, times, length, passages)};
    const double begin = seconds();
    const Extraction extraction =
        interpret(std::move(article), std::move(analysis), extractor.ontology(),
                  confidence);
    const double middle = seconds();
    const auto bytes = print_article(extraction, extractor.ontology(), {},
                                     ArticleFormat::nquads);
    std::printf(
        "%9zu bytes: %zu sentences %.3f s, stages %.3f s, printing %.3f s "
        "(%zu bytes)\n",
        whole.size(), sentences, split, middle - begin, seconds() - middle,
        bytes.size());
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  if (count < 2) return 2;
  std::ostringstream text;
  text << std::ifstream(arguments[1], std::ios::binary).rdbuf();
  std::vector<int> factors;
  for (int i = 2; i < count; ++i) factors.push_back(std::stoi(arguments[i]));
  if (factors.empty()) factors = {1, 4, 16};
  demarche::measure(text.str(), factors);
}

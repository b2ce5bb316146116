// Bytes to articles, records and words.

#include <sstream>

#include "extractor/article_reader.h"
#include "extractor/article_source.h"
#include "extractor/characters.h"
#include "extractor/conllu.h"
#include "extractor/jsonl.h"
#include "extractor/tokenizer.h"
#include "graphs/statement_check.h"
#include "ontology/error.h"
#include "tests/fuzz/targets.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

bool is_inside(Span span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size();
}

void check_article(const Article& article) {
  must_hold(is_utf8(article.text), "the text is UTF-8");
  must_hold(is_iri(article.iri), "the IRI is one");
  std::uint32_t end = 0;
  for (const Passage& passage : article.passages) {
    must_hold(
        passage.span.begin >= end && is_inside(passage.span, article.text),
        "passages lie in the text, in order, and do not overlap");
    must_hold(passage.span.begin < passage.span.end, "no passage is empty");
    must_hold(
        !passage.narrative || *passage.narrative < article.narratives.size(),
        "a passage's narrative is there");
    end = passage.span.end;
  }
  for (const Narrative& narrative : article.narratives)
    for (const Span span : {narrative.heading, narrative.about,
                            narrative.provider, narrative.body})
      must_hold(is_inside(span, article.text), "narratives lie in the text");
  for (const Span source : article.sources)
    must_hold(is_inside(source, article.text), "sources lie in the text");
}

}  // namespace

void fuzz_reader(std::string_view bytes) {
  for (const auto form :
       {ArticleForm::detect, ArticleForm::plain, ArticleForm::digest})
    check_article(read_article(std::string(bytes), {}, form).article);
}

void fuzz_record(std::string_view bytes) {
  try {
    const Record record = parse_record(std::string(bytes), "file", 1);
    must_hold(is_utf8(record.text), "a record's text is UTF-8");
    check_article(read_article(record.text, record.metadata).article);
  } catch (const Error& error) {
    must_hold(std::string_view(error.what()).starts_with("file:1"),
              "an error tells its place");
  }
}

void fuzz_source(std::string_view bytes) {
  const TemporaryFolder folder;
  const std::string path = folder.write("input", std::string(bytes));
  ArticleSource source(path, InputKind::detect);
  // One input of some kilobytes has no more articles or errors than bytes.
  for (std::size_t i = 0; i <= bytes.size() + 1; ++i) {
    try {
      const auto reading = source.next();
      if (!reading) return;
      check_article(reading->article);
    } catch (const Error& error) {
      must_hold(std::string_view(error.what()).starts_with(path),
                "an error tells its place");
    }
  }
  must_hold(false, "reading comes to an end");
}

void fuzz_conllu(std::string_view bytes) {
  std::istringstream stream{std::string(bytes)};
  ConlluReader reader(stream, "file");
  try {
    while (const auto document = reader.next()) {
      const std::string_view text = document->article.text;
      for (const Sentence& sentence : document->sentences)
        for (const Word& word : sentence.words)
          must_hold(is_inside(word.span, text), "words lie in the text");
    }
  } catch (const Error& error) {
    must_hold(std::string_view(error.what()).starts_with("file:"),
              "an error tells its place");
  }
}

void fuzz_tokenizer(std::string_view bytes) {
  static const TokenLists lists = make_token_lists(
      {"Mr.", "U.S.", "etc."}, {"anti", "pro"}, {"km", "k"}, {"can not"});
  const Article article = read_article(std::string(bytes), {}).article;
  for (const Passage& passage : article.passages) {
    const Tokens tokens = tokenize(article.text, passage.span, lists);
    std::uint32_t end = passage.span.begin;
    for (const Token& token : tokens.tokens) {
      must_hold(token.span.begin >= end && token.span.end <= passage.span.end &&
                    token.span.begin < token.span.end,
                "tokens are in order and inside");
      for (std::uint32_t i = end; i < token.span.begin;) {
        const Character skipped = character_at(article.text, i);
        must_hold(skipped.kind == CharacterKind::space,
                  "tokens hold what is no space");
        i += skipped.size;
      }
      must_hold(token.first < token.end && token.end <= tokens.words.size(),
                "a token has words");
      end = token.span.end;
    }
  }
}

}  // namespace demarche

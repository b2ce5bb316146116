#include "graphs/layer_nodes.h"

#include <vector>

#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// The words of a sentence; a word's node comes before its head's, which may
/// stand anywhere.
void add_sentence(const Sentence& sentence, ArticleNodes& nodes) {
  if (sentence.words.empty()) return;
  const auto node = nodes.sentence(sentence.span);
  std::vector<NodeId> words;
  for (const auto& word : sentence.words) {
    words.push_back(nodes.word(word));
    nodes.detail(words.back(), vocabulary::nif::in_sentence, node);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto head = sentence.words[i].head;
    if (head < words.size())
      nodes.detail(words[i], vocabulary::nif::dependency, words[head]);
  }
}

}  // namespace

void add_layers(const Extraction& extraction, ArticleNodes& nodes) {
  const auto count = static_cast<std::uint32_t>(extraction.entities.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto node = nodes.entity(EntityId{i});
    for (const auto id : extraction.entities[i].mentions) {
      const auto span = extraction.mentions[index(id)].span;
      if (span.begin == span.end) continue;
      nodes.denote(node, span);
      nodes.detail(nodes.phrase(span), vocabulary::itsrdf::ta_ident_ref, node);
    }
  }
  for (const auto& sentence : extraction.analysis.sentences)
    add_sentence(sentence, nodes);
}

std::string argument_property(std::string_view role) {
  std::string local = "arg";
  bool is_first = false;
  for (const char c : role.starts_with("ARG") ? role.substr(3) : "") {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (c != '-')
      local += is_upper && !is_first ? static_cast<char>(c - 'A' + 'a') : c;
    is_first = c == '-';
  }
  return find_slot(local) == role
             ? std::string(vocabulary::ontology_namespace) + local
             : std::string(vocabulary::dm::argument);
}

}  // namespace demarche

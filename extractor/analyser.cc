#include "extractor/analyser.h"

#include <future>
#include <optional>
#include <utility>

#include "extractor/model/batch.h"
#include "extractor/model/encoder.h"
#include "extractor/model/name_finder.h"
#include "extractor/model/parser.h"
#include "extractor/model/role_labeller.h"
#include "extractor/model/tagger.h"

namespace demarche {
namespace {

// Enough for large matrices, few enough to bound the memory; a power of two, as
// the room is that a thread keeps (model/scratch.h).
constexpr std::size_t batch_rows = 256;

void clear(std::vector<Sentence>& sentences) {
  for (Sentence& sentence : sentences) {
    sentence.names.clear();
    sentence.frames.clear();
    for (Word& word : sentence.words) {
      word.head = no_word;
      word.event_scores.clear();
    }
  }
}

std::optional<Linear> load_event_layer(const ModelFile& file,
                                       std::uint32_t width) {
  if (!file.contains_below("event.")) return std::nullopt;
  return Linear(file, "event", width, ModelFile::any);
}

void add_event_scores(const Linear& layer, const Batch& batch,
                      const QuantisedMatrix& words,
                      std::vector<Sentence>& sentences) {
  const Matrix scores = layer(words);
  for (const Window& window : batch.windows)
    for (std::size_t i = 0; i < window.size(); ++i) {
      const auto row = scores.row(window.row + i);
      sentences[window.sentence].words[window.first + i].event_scores.assign(
          row.begin(), row.end());
    }
}

}  // namespace

// The heads keep views into the file, which stays where it is.  They are made
// while another thread reckons the checksum, which takes as long.
struct Analyser::Network {
  explicit Network(const std::string& path)
      : file(ModelFile::open(path)),
        checksum(std::async([this] { return file.checksum(); })),
        pieces(file),
        encoder(file, pieces.size()),
        tagger(file, encoder.width()),
        name_finder(file, encoder.width()),
        parser(file, encoder.width()),
        role_labeller(file, encoder.width()),
        event(load_event_layer(file, encoder.width())) {
    file.confirm(checksum.get());
  }

  ModelFile file;
  std::future<std::string> checksum;
  WordPieces pieces;
  Encoder encoder;
  Tagger tagger;
  NameFinder name_finder;
  Parser parser;
  RoleLabeller role_labeller;
  std::optional<Linear> event;
};

Analyser::Analyser(std::unique_ptr<const Network> network)
    : network_(std::move(network)) {}
Analyser::Analyser(Analyser&& other) noexcept = default;
Analyser& Analyser::operator=(Analyser&& other) noexcept = default;
Analyser::~Analyser() = default;

Analyser Analyser::load(const std::string& path) {
  try {
    return Analyser(std::make_unique<const Network>(path));
  } catch (...) {
    ModelFile::load(path);  // If it is damaged, all else follows from that.
    throw;
  }
}

const ModelFile& Analyser::file() const { return network_->file; }

void Analyser::analyse(std::vector<Sentence>& sentences) const {
  const Network& network = *network_;
  clear(sentences);
  NameScores names = network.name_finder.scores_for(sentences);
  BatchReader batches(sentences, network.pieces,
                      network.encoder.longest_window(), batch_rows);
  for (Batch batch = batches.next(); !batch.windows.empty();
       batch = batches.next()) {
    const WordVectors vectors = network.encoder.encode(batch);
    const QuantisedMatrix words = quantise(vectors.words);
    network.tagger.tag(batch, words, sentences);
    network.name_finder.score(batch, words, names);
    network.parser.parse(batch, words, quantise(vectors.roots), sentences);
    network.role_labeller.label(batch, words, sentences);
    if (network.event)
      add_event_scores(*network.event, batch, words, sentences);
  }
  network.name_finder.find(std::move(names), sentences);
}

}  // namespace demarche

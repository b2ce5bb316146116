#ifndef DEMARCHE_EXTRACTOR_ANALYSER_H_
#define DEMARCHE_EXTRACTOR_ANALYSER_H_

#include <memory>
#include <string>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// The trained network, which reads sentences.
///
/// Const after loading and shared by threads.  A sentence's analysis depends
/// on the sentence alone: not on its neighbours, the processor or the thread.
class Analyser {
 public:
  /// Loads a model file; throws `Error` with the reason if it is none.
  static Analyser load(const std::string& path);

  Analyser(Analyser&& other) noexcept;
  Analyser& operator=(Analyser&& other) noexcept;
  ~Analyser();

  /// Fills everything but spans, tokens and forms of sentences that have
  /// these; replaces what was there.  A sentence that is longer than the
  /// network can take is read in parts, which are joined in one tree.
  void analyse(std::vector<Sentence>& sentences) const;

  /// The file, for the parts of it that others read.
  const ModelFile& file() const;

 private:
  struct Network;
  explicit Analyser(std::unique_ptr<const Network> network);

  std::unique_ptr<const Network> network_;
};

}  // namespace demarche

#endif

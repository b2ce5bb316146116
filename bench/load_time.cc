// Processor time of loading ontology, lexicon and gazetteer, from Turtle and
// compiled, and of loading the model: the least and the median of many loads,
// in milliseconds.
//
//   build/bench_load_time [ONTOLOGY [LOADS]]

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "extractor/analyser.h"
#include "ontology/ontology_cache.h"

namespace {

template <class Load>
void measure(const char* what, int loads, const Load& load) {
  std::vector<double> times;
  for (int i = 0; i < loads; ++i) {
    const std::clock_t begin = std::clock();
    const auto loaded = load();
    times.push_back(1e3 * static_cast<double>(std::clock() - begin) /
                    CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-9s least %.1f ms, median %.1f ms\n", what, times.front(),
              times[times.size() / 2]);
}

}  // namespace

int main(int count, char** arguments) {
  using namespace demarche;
  const std::string folder =
      count > 1 ? arguments[1] : DEMARCHE_SOURCE_DIR "/ontology";
  const int loads = count > 2 ? std::stoi(arguments[2]) : 15;
  const std::string compiled =
      std::filesystem::temp_directory_path() / "bench_load_time.cache";
  save_compiled(folder, compiled);
  measure("Turtle:", loads, [&] { return Ontology::load(folder); });
  measure("compiled:", loads, [&] {
    return load_ontology(folder, {{compiled}, ""});
  });
  std::filesystem::remove(compiled);
  measure("model:", loads, [] {
    return Analyser::load(DEMARCHE_SOURCE_DIR "/models/demarche.model");
  });
}

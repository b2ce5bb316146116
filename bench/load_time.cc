// Processor time of loading ontology, lexicon and gazetteer: the least and the
// median of many loads, in milliseconds.
//
//   build/bench_load_time [ONTOLOGY [LOADS]]

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "ontology/ontology.h"

int main(int count, char** arguments) {
  const std::string folder =
      count > 1 ? arguments[1] : DEMARCHE_SOURCE_DIR "/ontology";
  const int loads = count > 2 ? std::stoi(arguments[2]) : 15;
  std::vector<double> times;
  for (int i = 0; i < loads; ++i) {
    const std::clock_t begin = std::clock();
    const auto ontology = demarche::Ontology::load(folder);
    times.push_back(1e3 * static_cast<double>(std::clock() - begin) /
                    CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  std::printf("least %.1f ms, median %.1f ms\n", times.front(),
              times[times.size() / 2]);
}

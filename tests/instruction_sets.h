#ifndef DEMARCHE_TESTS_INSTRUCTION_SETS_H_
#define DEMARCHE_TESTS_INSTRUCTION_SETS_H_

#include <vector>

#include "extractor/model/kernels.h"

namespace demarche {

/// Those that this processor has, the plain one first.
inline std::vector<InstructionSet> instruction_sets() {
  std::vector<InstructionSet> sets;
  for (const InstructionSet set : {InstructionSet::plain, InstructionSet::avx2,
                                   InstructionSet::avx512_vnni})
    if (set <= widest_instruction_set()) sets.push_back(set);
  return sets;
}

/// Caps the instruction set while it lives.
class CappedInstructions {
 public:
  explicit CappedInstructions(InstructionSet cap) { cap_instruction_set(cap); }
  ~CappedInstructions() { cap_instruction_set(widest_instruction_set()); }
  CappedInstructions(const CappedInstructions&) = delete;
  CappedInstructions& operator=(const CappedInstructions&) = delete;
};

}  // namespace demarche

#endif

#ifndef DEMARCHE_TESTS_INSTRUCTION_SETS_H_
#define DEMARCHE_TESTS_INSTRUCTION_SETS_H_

#include <vector>

#include "extractor/model/kernels.h"

namespace demarche {

/// Those that this processor has, the plain one first.
inline std::vector<InstructionSet> instruction_sets() {
  std::vector<InstructionSet> sets;
  for (const InstructionSet set : all_instruction_sets)
    if (has_instructions(set)) sets.push_back(set);
  return sets;
}

/// Caps the instruction set while it lives.
class CappedInstructions {
 public:
  explicit CappedInstructions(InstructionSet cap) { cap_instruction_set(cap); }
  ~CappedInstructions() { cap_instruction_set(InstructionSet::amx); }
  CappedInstructions(const CappedInstructions&) = delete;
  CappedInstructions& operator=(const CappedInstructions&) = delete;
};

}  // namespace demarche

#endif

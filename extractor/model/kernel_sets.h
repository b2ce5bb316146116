#ifndef DEMARCHE_EXTRACTOR_MODEL_KERNEL_SETS_H_
#define DEMARCHE_EXTRACTOR_MODEL_KERNEL_SETS_H_

#include "extractor/model/kernels.h"

namespace demarche {

// Call them only where the processor has the set.  Where the compiler does
// not know it they are those of the plain set.

const Kernels& plain_kernels();
const Kernels& avx2_kernels();
const Kernels& avx_vnni_kernels();
const Kernels& avx512_vnni_kernels();
const Kernels& amx_kernels();

}  // namespace demarche

#endif

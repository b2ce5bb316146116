#ifndef DEMARCHE_EXTRACTOR_MODEL_WIDE_H_
#define DEMARCHE_EXTRACTOR_MODEL_WIDE_H_

// DEMARCHE_WIDE marks functions that are compiled three times, also for
// processors with registers of eight floats and for those with AVX-512; the
// right one is chosen when the program is loaded.  All give the same bits:
// none fuses or reorders operations.  What they keep in registers is named in
// lanes.h.
//
// Sanitizers cannot be asked so early, and do without.

#if defined(__x86_64__) && defined(__GNUC__) && defined(__gnu_linux__) && \
    !defined(__clang__) && !defined(__SANITIZE_THREAD__) &&               \
    !defined(__SANITIZE_ADDRESS__)
#define DEMARCHE_WIDE                                                \
  __attribute__((target_clones("arch=x86-64-v4", "avx2", "default"), \
                 optimize("O3")))
#else
#define DEMARCHE_WIDE
#endif

#endif

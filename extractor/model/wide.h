#ifndef DEMARCHE_EXTRACTOR_MODEL_WIDE_H_
#define DEMARCHE_EXTRACTOR_MODEL_WIDE_H_

// DEMARCHE_WIDE marks functions that are compiled twice, also for processors
// with registers of eight floats; the right one is chosen when the program is
// loaded.  Both give the same bits: neither fuses nor reorders operations.
//
// Sanitizers cannot be asked so early, and do without.

#if defined(__x86_64__) && defined(__GNUC__) && defined(__gnu_linux__) && \
    !defined(__clang__) && !defined(__SANITIZE_THREAD__) &&               \
    !defined(__SANITIZE_ADDRESS__)
#define DEMARCHE_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define DEMARCHE_WIDE
#endif

#endif

#ifndef DEMARCHE_APP_FREE_MEMORY_H_
#define DEMARCHE_APP_FREE_MEMORY_H_

namespace demarche {

/// Gives back to the system what the allocator keeps though nobody uses it.
///
/// Articles are read by one thread and freed by another, so that what is free
/// lies in many pieces; without this a program that reads a corpus grows,
/// slowly, for hours.  Takes some milliseconds.  Does nothing where the C
/// library has no way to.
void return_free_memory();

}  // namespace demarche

#endif

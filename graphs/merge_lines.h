#ifndef DEMARCHE_GRAPHS_MERGE_LINES_H_
#define DEMARCHE_GRAPHS_MERGE_LINES_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// The first line of `text` with its end, which is taken from it; "" if there
/// is none.
std::string_view take_line(std::string_view& text);

/// Gives the lines of sorted files and of a sorted text to `take`, in order,
/// each once, with their ends.
///
/// Systems map some 65,000 files at once and no more.  Of more files than
/// `most` so many at a time are therefore merged into temporary ones first,
/// which need as much space as they.  Throws `Error` if files cannot be read or
/// written.
void merge_lines(const std::vector<std::string>& files, std::string_view text,
                 const std::function<void(std::string_view)>& take,
                 std::size_t most = 4096);

}  // namespace demarche

#endif

#ifndef DEMARCHE_APP_ORDERED_PIPELINE_H_
#define DEMARCHE_APP_ORDERED_PIPELINE_H_

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <optional>
#include <type_traits>
#include <utility>

namespace demarche {

/// Items of one thread's work that may be on their way at the same time: so
/// many bound the memory, and let threads work on while the oldest is not done.
inline constexpr unsigned items_per_thread = 4;

/// Hands what `read` gives, until it gives nothing, through `work` to `write`.
///
/// `read` and `write` are called for one item at a time, in order, by any
/// thread; `work` for several at the same time, by `threads` threads.  Nothing
/// is read while too many items are on their way.  What any of them throws ends
/// the work and is thrown here.
template <typename Read, typename Work, typename Write>
void run_in_order(unsigned threads, const Read& read, const Work& work,
                  const Write& write) {
  using Item = typename std::invoke_result_t<Read>::value_type;
  using Product = std::invoke_result_t<Work, Item>;
  const auto read_filter = tbb::make_filter<void, Item>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) -> Item {
        std::optional<Item> item = read();
        if (item) return std::move(*item);
        flow.stop();
        return {};
      });
  const auto work_filter = tbb::make_filter<Item, Product>(
      tbb::filter_mode::parallel,
      [&](Item item) -> Product { return work(std::move(item)); });
  const auto write_filter = tbb::make_filter<Product, void>(
      tbb::filter_mode::serial_in_order,
      [&](Product product) { write(std::move(product)); });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(threads == 1 ? 1 : threads * items_per_thread,
                           read_filter & work_filter & write_filter);
  });
}

}  // namespace demarche

#endif

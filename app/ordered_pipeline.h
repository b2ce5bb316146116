#ifndef DEMARCHE_APP_ORDERED_PIPELINE_H_
#define DEMARCHE_APP_ORDERED_PIPELINE_H_

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

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
  struct Slot {
    Item item;
    std::optional<std::invoke_result_t<Work, Item>> product;
  };
  // The last item to leave is the first that came: its slot is free again.
  std::vector<Slot> slots(threads == 1 ? 1 : threads * items_per_thread);
  std::size_t next = 0;
  // oneTBB orders all steps; this says so to tools that look for races and do
  // not see into it.
  std::atomic<unsigned> steps = 0;
  const auto step = [&] { steps.fetch_add(1, std::memory_order_acq_rel); };
  const auto read_filter = tbb::make_filter<void, Slot*>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) -> Slot* {
        step();
        std::optional<Item> item = read();
        Slot& slot = slots[next++ % slots.size()];
        if (item)
          slot.item = std::move(*item);
        else
          flow.stop();
        step();
        return &slot;
      });
  const auto work_filter = tbb::make_filter<Slot*, Slot*>(
      tbb::filter_mode::parallel, [&](Slot* slot) {
        step();
        slot->product.emplace(work(std::move(slot->item)));
        step();
        return slot;
      });
  const auto write_filter = tbb::make_filter<Slot*, void>(
      tbb::filter_mode::serial_in_order, [&](Slot* slot) {
        step();
        write(std::move(*slot->product));
        slot->product.reset();
        step();
      });
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  threads);
  tbb::task_arena arena(static_cast<int>(threads));
  step();
  arena.execute([&] {
    tbb::parallel_pipeline(slots.size(),
                           read_filter & work_filter & write_filter);
  });
  step();
}

}  // namespace demarche

#endif

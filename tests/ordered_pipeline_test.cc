// app/ordered_pipeline: order, bounds and errors of work done side by side.

#include "app/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace demarche {
namespace {

class OrderedPipeline : public testing::TestWithParam<unsigned> {};

// The first of ten takes longest.
TEST_P(OrderedPipeline, WritesInTheOrderOfReading) {
  int next = 0;
  std::vector<std::string> written;
  run_in_order(
      GetParam(),
      [&] { return next < 200 ? std::optional(next++) : std::nullopt; },
      [](int item) {
        const std::chrono::microseconds time(item % 10 == 0 ? 900 : 10);
        std::this_thread::sleep_for(time);
        return std::to_string(item);
      },
      [&](std::string product) { written.push_back(std::move(product)); });
  ASSERT_EQ(written.size(), 200U);
  for (std::size_t i = 0; i < written.size(); ++i)
    EXPECT_EQ(written[i], std::to_string(i));
}

TEST_P(OrderedPipeline, ReadsNoMoreThanItsThreadsNeed) {
  std::atomic<int> on_their_way = 0;
  int next = 0, most = 0;
  run_in_order(
      GetParam(),
      [&]() -> std::optional<int> {
        most = std::max(most, on_their_way.load());
        if (next == 100) return std::nullopt;
        ++on_their_way;
        return next++;
      },
      [](int item) { return item; },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(100));
        --on_their_way;
      });
  EXPECT_LE(most, static_cast<int>(GetParam() * items_per_thread));
}

TEST_P(OrderedPipeline, EndsWithWhatIsThrown) {
  const auto run = [&](int bad_reading, int bad_work, int bad_writing) {
    int next = 0;
    const auto fail_at = [](int item, int bad) {
      if (item == bad) throw std::runtime_error(std::to_string(item));
    };
    run_in_order(
        GetParam(),
        [&]() -> std::optional<int> {
          fail_at(next, bad_reading);
          return next++;
        },
        [&](int item) {
          fail_at(item, bad_work);
          return item;
        },
        [&](int item) { fail_at(item, bad_writing); });
  };
  EXPECT_THROW(run(7, -1, -1), std::runtime_error);
  EXPECT_THROW(run(-1, 7, -1), std::runtime_error);
  EXPECT_THROW(run(-1, -1, 7), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedPipeline, testing::Values(1, 2, 8));

}  // namespace
}  // namespace demarche

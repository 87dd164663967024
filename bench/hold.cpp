// The hold model on std::priority_queue: take the first of 4,096 events out, put it back at a random time later.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <queue>
#include <random>
#include <vector>
struct Event {
  double time;
  uint32_t order, slot;
  bool operator<(const Event& other) const { return time > other.time || (time == other.time && order > other.order); }
};
int main() {
  const int pending = 4096, holds = 5000000;
  std::mt19937_64 random(1);
  std::exponential_distribution<double> delay(1e-6);
  std::vector<double> delays(65536);
  for (double& value : delays) value = delay(random);
  std::priority_queue<Event> queue;
  for (uint32_t slot = 0; slot < pending; slot++) queue.push({delays[slot], slot, slot});
  uint32_t next = 0;
  auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < holds; i++) {
    Event event = queue.top();
    queue.pop();
    next = (next + 1) & 65535;
    event.time += delays[next];
    queue.push(event);
  }
  std::printf("%.0f\n", holds / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

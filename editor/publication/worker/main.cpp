// mektep-site-worker: checks or builds one site, in a process of its own. Reads the job (SiteJob) from
// standard input; writes lines to standard output: "progress PHASE DONE OF", and at the end "result " and the
// SiteResult.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <functional>

#include "editor/publication/site_job.h"
#include "editor/store/standard_streams.h"

namespace {

using namespace mektep;
using namespace mektep::editor;

// Tells each phase, and within one what is done ten times a second.
class Teller {
 public:
  void operator()(std::string_view phase, std::size_t done, std::size_t of) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds between(100);
    if (phase == phase_ && done < of && Clock::now() - last_ < between) return;
    phase_ = phase;
    last_ = Clock::now();
    (void)write_output(fmt::format("progress {} {} {}\n", phase, done, of));
  }

 private:
  std::string phase_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace

int main() {
  try {
    const auto job = read_site_job(read_input());
    if (!job) return EXIT_FAILURE;
    Teller teller;
    const SiteResult result = do_site_job(*job, std::ref(teller), {});
    return write_output("result " + text_of(result) + "\n") ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception&) {
    return EXIT_FAILURE;  // of memory; who started us knows what to say
  }
}

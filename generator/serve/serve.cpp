#include "serve/serve.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "outputs/statistics/page_text.h"
#include "serve/http_server.h"
#include "serve/watcher.h"

namespace mektep {

namespace {

using namespace std::chrono_literals;

constexpr int first_port = 8000, last_port = 8019;
constexpr int quiet_ms = 20;
// From a page that is shown to the rest: the browser has the processors to itself, and the next change comes
// first.
constexpr int breath_ms = 150;
constexpr auto patience = 20s;  // of a browser that waits for a change

// Turns the signals that end a program into a descriptor that becomes readable. To be made before any thread
// is.
class StopSignal {
 public:
  StopSignal() : descriptor_(::eventfd(0, EFD_CLOEXEC)) {
    ::sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals_, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    ::signal(SIGPIPE, SIG_IGN);  // a browser that goes away
    thread_ = std::thread([this] {
      int signal = 0;
      ::sigwait(&signals_, &signal);
      if (done_) return;
      const std::uint64_t one = 1;
      while (::write(descriptor_, &one, sizeof(one)) < 0 && errno == EINTR) {
      }
      ::sigwait(&signals_, &signal);
      if (!done_) ::_exit(130);
    });
  }
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  ~StopSignal() {
    done_ = true;
    ::pthread_kill(thread_.native_handle(), SIGINT);
    thread_.join();
    ::close(descriptor_);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  sigset_t signals_{}, before_{};
  std::atomic<bool> done_{false};
  std::thread thread_;
};

int bind_to_first_free(HttpServer& server, int wanted) {
  if (wanted != 0) return server.bind(wanted);
  for (int port = first_port; port <= last_port; ++port) {
    if (server.bind(port) != 0) return port;
  }
  return server.bind(0);
}

}  // namespace

std::expected<void, ServeFault> serve(ServeOptions options) {
  StopSignal stop;
  Watcher watcher;
  const std::string& data = options.build.data_folder;
  for (const std::string& folder : {options.build.repository, data + "/themes", data + "/schema"}) {
    if (watcher.add(folder) != 0) return std::unexpected(ServeFault::cannot_watch);
  }
  std::unique_ptr<Preview> preview;
  HttpServer server(
      [&](std::string_view path) { return answer(*preview, path, options.language, patience); });
  const int port = bind_to_first_free(server, options.port);
  if (port == 0) return std::unexpected(ServeFault::port_taken);
  const std::string url = fmt::format("http://127.0.0.1:{}/", port);
  options.build.base_url = url;
  options.build.releases = std::make_shared<KeptRelease>();
  preview = std::make_unique<Preview>(options.build, options.now * 10000);
  using Clock = std::chrono::steady_clock;
  Clock::duration took{};
  const auto refresh = [&] {
    const auto begin = Clock::now();
    preview->refresh();
    took = Clock::now() - begin;
  };
  const auto complete = [&] {
    const auto begin = Clock::now();
    preview->complete();
    took += Clock::now() - begin;
    if (options.built)
      options.built(*preview->state(), std::chrono::duration_cast<std::chrono::milliseconds>(took));
  };
  refresh();
  server.start();
  if (options.ready) options.ready(url);
  complete();
  for (;;) {
    const Watched seen = watcher.wait(stop.descriptor(), quiet_ms, preview->is_complete() ? -1 : breath_ms);
    if (seen == Watched::stopped) break;
    if (seen == Watched::changed) refresh();
    if (seen == Watched::nothing || preview->is_complete()) complete();
  }
  preview->stop();
  server.stop();
  return {};
}

}  // namespace mektep

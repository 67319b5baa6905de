#include "media/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace mektep {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

// Between vfork and exec, in the memory of a program with several threads: nothing but system calls.
[[noreturn]] void become(const char* program, char* const* words, int input, int output,
                         const ChildLimits& limits) {
  ::setpgid(0, 0);                     // so that what it starts itself is killed with it
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nor does it outlive us
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (limits.niceness > 0) ::setpriority(PRIO_PROCESS, 0, limits.niceness);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_AS, limits.memory);
  if (!limits.writes_files) limit(RLIMIT_FSIZE, 0);  // standard output is a pipe
  limit(RLIMIT_CORE, 0);
  ::signal(SIGXFSZ, SIG_IGN);  // a cache that it would like to write is refused, no reason to die
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || nowhere < 0 || ::dup2(nowhere, 2) < 0) ::_exit(127);
  ::close_range(3, ~0U, 0);
  if (::chdir("/") != 0) ::_exit(127);
  static char locale[] = "LC_ALL=C.UTF-8";
  static char* const environment[] = {locale, nullptr};
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execve(program, words, environment);
  ::_exit(127);
}

int milliseconds_until(Clock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
  return left < 0 ? 0 : static_cast<int>(std::min<long>(left, 1'000'000));
}

// Reads to the end of the pipe. nullopt: all is read.
std::optional<ChildFault> read_output(int fd, std::string& out, const ChildLimits& limits,
                                      const ChildWatch& watch, Clock::time_point end) {
  constexpr int stop_looks = 50;  // milliseconds between two looks whether to stop
  std::size_t size = 0;
  for (;;) {
    if (watch.stop.stop_requested()) return ChildFault::stopped;
    const int left = milliseconds_until(end);
    pollfd waiting{fd, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, watch.stop.stop_possible() ? std::min(left, stop_looks) : left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0 || (ready == 0 && Clock::now() >= end)) return ChildFault::too_long;
    if (ready == 0) continue;
    char part[65536];
    const ssize_t got = ::read(fd, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    size += static_cast<std::size_t>(got);
    if (size > limits.output) return ChildFault::too_much_output;
    const std::string_view came(part, static_cast<std::size_t>(got));
    if (watch.output) {
      watch.output(came);
    } else {
      out += came;
    }
  }
}

// Whether a child that has closed its output, and so ought to be at its end, comes to it in time. Its id
// stays taken until end_child().
bool wait_for(pid_t child, Clock::time_point end) {
  for (int pause = 0;; pause = std::min(pause + 1, 20)) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0) {
      if (errno != EINTR) return true;
    } else if (info.si_pid == child) {
      return true;
    }
    if (Clock::now() >= end) return false;
    ::poll(nullptr, 0, pause);
  }
}

// Ends the child and what it started, unless they are at their end already. Returns its status.
int end_child(pid_t child) {
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);  // when it has not come to making its group
  int status = 0;
  for (;;) {
    const pid_t done = ::waitpid(child, &status, 0);
    if (done == child) return status;
    if (errno != EINTR) return W_EXITCODE(127, 0);  // somebody else has waited for it
  }
}

}  // namespace

std::expected<std::string, ChildFault> run_child(const std::string& program,
                                                 std::span<const std::string> arguments,
                                                 std::string_view input, const ChildLimits& limits,
                                                 const ChildWatch& watch) {
  const auto refused = std::unexpected(ChildFault::not_started);
  const Descriptor in(::memfd_create("input", MFD_CLOEXEC));
  int ends[2];
  if (in.get() < 0 || !write_all(in.get(), input) || ::lseek(in.get(), 0, SEEK_SET) != 0) return refused;
  if (::pipe2(ends, O_CLOEXEC) != 0) return refused;
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  if (::access(program.c_str(), X_OK) != 0) return refused;

  std::vector<std::string> copies{program};
  copies.insert(copies.end(), arguments.begin(), arguments.end());
  std::vector<char*> words;
  for (std::string& copy : copies) words.push_back(copy.data());
  words.push_back(nullptr);

  const auto end = Clock::now() + limits.wall;
  // No signal may find its handler in the child, which shares our memory until exec: fork() would copy the
  // page tables of a large site for every document, some 50 ms each.
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t child = ::vfork();
  if (child == 0) become(program.c_str(), words.data(), in.get(), to.get(), limits);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (child < 0) return refused;
  to.close();

  std::string out;
  auto fault = read_output(from.get(), out, limits, watch, end);
  if (!fault && !wait_for(child, end)) fault = ChildFault::too_long;
  const int status = end_child(child);
  if (fault) return std::unexpected(*fault);
  if (WIFSIGNALED(status)) return std::unexpected(ChildFault::killed);
  if (WEXITSTATUS(status) != 0) return std::unexpected(ChildFault::failed);
  return out;
}

}  // namespace mektep

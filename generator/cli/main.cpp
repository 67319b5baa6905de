// mektep: hands the outside world to cli::run.
#include <sys/ioctl.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <iostream>
#include <thread>

#include "cli/invocation.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::unique_ptr<mektep::cli::Engine> engine = mektep::cli::make_engine();
  mektep::cli::Invocation invocation;
  invocation.words.assign(argv + std::min(argc, 1), argv + argc);
  invocation.variable = [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  std::error_code error;
  invocation.executable = std::filesystem::read_symlink("/proc/self/exe", error).string();
  invocation.now = std::time(nullptr);
  invocation.cores = std::max(1u, std::thread::hardware_concurrency());
  invocation.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  invocation.err_is_terminal = isatty(STDERR_FILENO) != 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) invocation.columns = size.ws_col;
  invocation.out = &std::cout;
  invocation.err = &std::cerr;
  invocation.engine = engine.get();
  return mektep::cli::run(invocation);
}

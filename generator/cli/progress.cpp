#include "cli/progress.h"

#include <ostream>

#include "cli/terminal.h"
#include "cli/texts.h"

namespace mektep::cli {
namespace {

std::string_view phase_name(std::string_view name, Language language) {
  if (name == "read") return text(Text::phase_read, language);
  if (name == "facts" || name == "plan") return text(Text::phase_plan, language);
  if (name == "media") return text(Text::phase_media, language);
  if (name == "check") return text(Text::phase_check, language);
  if (name == "render") return text(Text::phase_render, language);
  if (name == "write") return text(Text::phase_write, language);
  return name;
}

}  // namespace

Progress::Progress(std::ostream& stream, bool enabled, Language language, unsigned columns)
    : stream_(stream), enabled_(enabled), language_(language), columns_(columns) {}

Progress::~Progress() {
  if (!shown_.empty()) stream_ << "\r\x1b[K" << std::flush;
}

void Progress::phase(std::string_view name, std::size_t done, std::size_t total) {
  if (!enabled_) return;
  const std::size_t percent = total == 0 ? 0 : done * 100 / total;
  constexpr std::size_t cells = 20;
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) bar += i * 100 < percent * cells ? "━" : "·";
  std::string line = total == 0 ? fmt::format("{} …", phase_name(name, language_))
                                : fmt::format("{} {} {:3}%", phase_name(name, language_), bar, percent);
  if (display_width(line) >= columns_) line = total == 0 ? "…" : fmt::format("{:3}%", percent);
  const std::lock_guard lock(mutex_);
  if (line == shown_) return;  // at most a hundred lines a phase reach the terminal
  shown_ = std::move(line);
  stream_ << "\r\x1b[K" << shown_ << std::flush;
}

}  // namespace mektep::cli

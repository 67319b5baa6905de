// What somebody looks at: a snapshot as the draft of today, or the site of a snapshot as it was on a day.
#pragma once
#include <memory>
#include <optional>

#include "base/date.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct PreviewView {
  PreviewView() = default;
  // Not explicit: nearly always it is a draft that is looked at.
  PreviewView(std::shared_ptr<const Snapshot> files, std::optional<Date> on = std::nullopt)
      : snapshot(std::move(files)), day(on) {}

  std::shared_ptr<const Snapshot> snapshot;
  std::optional<Date> day;  // of the past: drafts of then are left out, dates count from it
};

}  // namespace mektep::editor

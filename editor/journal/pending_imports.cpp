#include "editor/journal/pending_imports.h"

#include <algorithm>

namespace mektep::editor {
namespace {

constexpr std::size_t id_bytes = 16;

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace

void PendingImports::forget_old() {
  const std::int64_t now = machine_.now();
  std::erase_if(kept_, [&](const auto& one) { return now - one.second.time > kept_seconds; });
  if (kept_.size() < most) return;
  kept_.erase(std::ranges::min_element(kept_, {}, [](const auto& one) { return one.second.time; }));
}

std::string PendingImports::keep(std::int64_t account, ImportPreview preview) {
  preview.findings.clear();
  preview.change = {};
  std::string id = hexadecimal(machine_.random_bytes(id_bytes));
  const std::scoped_lock lock(mutex_);
  forget_old();
  kept_.insert_or_assign(id, Kept{account, machine_.now(), std::move(preview)});
  return id;
}

std::optional<ImportPreview> PendingImports::take(std::int64_t account, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  forget_old();
  const auto found = kept_.find(id);
  if (found == kept_.end() || found->second.account != account) return std::nullopt;
  ImportPreview preview = std::move(found->second.preview);
  kept_.erase(found);
  return preview;
}

}  // namespace mektep::editor

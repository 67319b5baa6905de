#include "editor/preview/preview_links.h"

#include "editor/accounts/token.h"

namespace mektep::editor {

void PreviewLinks::forget_old() {
  const std::int64_t now = machine_.now();
  std::erase_if(links_, [&](const auto& link) { return link.second.expires <= now; });
  while (links_.size() >= most_preview_links) {
    links_.erase(std::ranges::min_element(links_, {}, [](const auto& link) { return link.second.expires; }));
  }
}

std::string PreviewLinks::open(std::int64_t account, PreviewView view) {
  std::string link = make_token(machine_);
  const std::lock_guard lock(mutex_);
  forget_old();
  links_[link] = {account, machine_.now() + preview_link_seconds, std::move(view)};
  return link;
}

bool PreviewLinks::show(const std::string& link, std::int64_t account, PreviewView view) {
  const std::lock_guard lock(mutex_);
  const auto found = links_.find(link);
  if (found == links_.end() || found->second.account != account || found->second.expires <= machine_.now())
    return false;
  found->second.view = std::move(view);
  found->second.expires = machine_.now() + preview_link_seconds;
  return true;
}

std::optional<PreviewView> PreviewLinks::find(const std::string& link) {
  const std::lock_guard lock(mutex_);
  const auto found = links_.find(link);
  if (found == links_.end() || found->second.expires <= machine_.now()) return std::nullopt;
  return found->second.view;
}

void PreviewLinks::close(std::int64_t account) {
  const std::lock_guard lock(mutex_);
  std::erase_if(links_, [&](const auto& link) { return link.second.account == account; });
}

}  // namespace mektep::editor

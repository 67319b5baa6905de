// Links to previews: an address that nobody can guess stands for what one person is writing, for a while. The
// preview has an origin of its own and no cookies, so whoever has the link sees that draft, and nothing else.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "editor/preview/preview_view.h"
#include "editor/store/machine.h"

namespace mektep::editor {

inline constexpr std::int64_t preview_link_seconds = 1800;  // without an edit
inline constexpr std::size_t most_preview_links = 500;      // the oldest goes first

// Every member may be called from any thread.
class PreviewLinks {
 public:
  explicit PreviewLinks(const Machine& machine) : machine_(machine) {}

  // A new link of an account.
  std::string open(std::int64_t account, PreviewView view);
  // Shows something else under the link and makes it last longer. False: it is over, or somebody else's.
  bool show(const std::string& link, std::int64_t account, PreviewView view);
  // What is to be seen under a link; nullopt when it is over.
  std::optional<PreviewView> find(const std::string& link);
  // Ends the links of an account: it has logged out.
  void close(std::int64_t account);

 private:
  struct Link {
    std::int64_t account = 0, expires = 0;
    PreviewView view;
  };
  void forget_old();

  const Machine& machine_;
  std::mutex mutex_;
  std::map<std::string, Link> links_;
};

}  // namespace mektep::editor

#include "editor/http/routes/send.h"

#include "editor/actions/send_entry.h"

namespace mektep::editor {

Response send_entry(const Call& call, const std::string& entry) {
  const auto sent = SendEntry{entry}.execute(call.services, *call.actor);
  if (!sent) return call.refused(sent.error());
  return *sent == SendEntry::Result::published ? call.done("/publish", "publish_asked")
                                               : call.done("/review/" + entry, "review_asked");
}

}  // namespace mektep::editor

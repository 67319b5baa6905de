// Renders a prepared site, file by file, in several threads.
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "build/prepared_site.h"

namespace mektep {

// Where rendered files go. Called from several threads at once; the bytes are valid during the call only.
class SiteSink {
 public:
  virtual ~SiteSink() = default;
  // What nobody wants is not rendered.
  virtual bool wants(const std::string& /*file*/) const { return true; }
  virtual std::expected<void, Finding> write(const std::string& file, std::string_view bytes) = 0;
};

// Appends the bytes of one file of the site, links made relative.
std::expected<void, Finding> render_file(const PreparedSite& site, const PlannedOutput& output,
                                         std::string& out);

// Every file of the site, or the findings that prevented it (a fault of a template, a full disk): then what
// the sink got so far is not a site.
std::expected<void, Findings> render_site(const PreparedSite& site, SiteSink& sink);

}  // namespace mektep

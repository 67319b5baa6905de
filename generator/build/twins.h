// Twins: page.html.gz and page.html.br beside page.html, for servers that send them to browsers that can
// unpack them. Nothing has to be compressed then while somebody waits, and harder than a server would.
#pragma once
#include "build/render.h"
#include "content/site.h"

namespace mektep {

// Hands every file on, and after each one of text its twins, where they are smaller. The same bytes give the
// same twins.
class TwinSink final : public SiteSink {
 public:
  TwinSink(SiteSink& sink, Compression compress) : sink_(sink), compress_(compress) {}
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override;
  bool wants(const std::string& file) const override { return sink_.wants(file); }

 private:
  SiteSink& sink_;
  Compression compress_;
};

// Whether a file is of a kind that compresses: text, not pictures or PDF.
bool is_compressible(std::string_view file);
std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

}  // namespace mektep

#include <csignal>
#include <mutex>
#include <ostream>
#include <thread>

#include "editor/cli/commands.h"
#include "editor/cli/engine.h"
#include "editor/cli/texts.h"
#include "editor/http/preview_site.h"
#include "editor/http/routes/routes.h"
#include "editor/store/memory.h"

namespace mektep::editor {
namespace {

// "127.0.0.1:8080"; only loopback addresses: a proxy faces the internet.
std::optional<std::pair<std::string, int>> parse_listen(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string address(text.substr(0, colon));
  if (address == "[::1]") address = "::1";
  if (address == "localhost") address = "127.0.0.1";
  if (address != "127.0.0.1" && address != "::1") return std::nullopt;
  int port = 0;
  for (const char c : text.substr(colon + 1)) {
    if (c < '0' || c > '9' || port > 65535) return std::nullopt;
    port = port * 10 + (c - '0');
  }
  if (port > 65535) return std::nullopt;
  return std::pair{address, port};
}

// Waits for SIGINT or SIGTERM; every thread started after this call has them blocked.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_{};
};

}  // namespace

int run_serve(const CommandOptions& options, std::ostream& out, std::ostream& err) {
  using texts::say;
  const Language language = options.language;
  const auto listen = parse_listen(options.listen);
  if (!listen) return fail(err, say(language, texts::wants_address, "--listen"));
  const Signals signals;
  auto engine = Engine::open(options);
  if (!engine) return fail(err, engine.error());
  if (auto started = (*engine)->start(options); !started) return fail(err, started.error());
  Services& services = (*engine)->services();
  const auto views = Views::load(services.data_folder + "/editor/views", bundles_folder());
  if (!views) {
    for (const Finding& finding : views.error())
      err << finding.place.file << ':' << finding.place.mark.line << ": " << finding.message(language)
          << '\n';
    return fail(err, say(language, texts::faulty_screens));
  }
  const auto preview_listen = parse_listen(options.preview_listen);
  if (!preview_listen) return fail(err, say(language, texts::wants_address, "--preview-listen"));
  PreviewSite preview_site(services, (*views)->bundle("preview.js"), options.origin);
  HttpServer preview_server(preview_site);
  const int preview_port = preview_server.bind(preview_listen->first, preview_listen->second);
  if (preview_port == 0) return fail(err, say(language, texts::cannot_listen, options.preview_listen));
  const Origin origin{.public_url = options.origin,
                      .proxies = options.proxies,
                      .preview_url = options.preview_origin.empty()
                                         ? fmt::format("http://127.0.0.1:{}", preview_port)
                                         : options.preview_origin};
  std::mutex writing;
  Application application(services, **views, origin, {}, [&](const std::string& line) {
    const std::lock_guard lock(writing);
    err << line << std::flush;
  });
  add_all_routes(application.router(), services, origin);
  application.begin();
  HttpServer server(application);
  const int port = server.bind(listen->first, listen->second);
  if (port == 0) return fail(err, say(language, texts::cannot_listen, options.listen));
  application.set_port(port);
  preview_site.allow_frames_of(port);
  preview_server.start();
  server.start();
  services.publisher.start();
  services.upkeep.start();
  // The lists and the index of a long history take seconds, once: better now than when somebody first asks.
  const std::jthread index([&] {
    if (const auto files = services.repository.snapshot()) {
      for (const std::string_view collection : entry_collections())
        (void)services.forms.index().list(**files, collection, Language::ky);
    }
    (void)services.repository.history("", 1);
    give_back_memory();
  });
  const std::string base = options.origin.empty() ? fmt::format("http://127.0.0.1:{}", port) : options.origin;
  out << say(language, texts::serves, base) << '\n';
  if (const std::string link = (*engine)->setup_link(base); !link.empty())
    out << say(language, texts::setup_link, link) << '\n';
  out << texts::ready.in(language) << std::endl;
  signals.wait();
  services.repository.stop_history();
  server.stop();
  preview_server.stop();
  services.publisher.stop();
  services.upkeep.stop();
  return 0;
}

}  // namespace mektep::editor

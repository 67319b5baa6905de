#include "editor/views/dashboard.h"

#include "editor/http/routes/routes.h"

namespace mektep::editor {

void add_dashboard_routes(Router& router, Services&) {
  router.get("/", [](Call& call) {
    return call.page("dashboard.html", dashboard_values(call.services, *call.actor, call.language));
  });
}

}  // namespace mektep::editor

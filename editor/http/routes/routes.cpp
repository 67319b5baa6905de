#include "editor/http/routes/routes.h"

namespace mektep::editor {

void add_all_routes(Router& router, Services& services, const Origin& origin) {
  add_login_routes(router, services, origin);
  using Add = void (*)(Router&, Services&);
  static constexpr std::array<Add, 3> all{add_dashboard_routes, add_review_routes, add_publish_routes};
  for (const Add add : all) add(router, services);
}

}  // namespace mektep::editor

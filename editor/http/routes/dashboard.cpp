#include "editor/views/dashboard.h"

#include <charconv>

#include "editor/actions/repair_fact.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Response repair(Call& call) {
  const Form& form = call.request.form;
  const RepairFact action{std::string(form.get("file")), number(form.get("line")),
                          number(form.get("column"))};
  const auto repaired = action.execute(call.services, *call.actor);
  return repaired ? call.done("/", "fact_repaired") : call.refused(repaired.error());
}

}  // namespace

void add_dashboard_routes(Router& router, Services&) {
  router.get("/", [](Call& call) {
    return call.page("dashboard.html", dashboard_values(call.services, *call.actor, call.language));
  });
  router.post("/repair", repair);
}

}  // namespace mektep::editor

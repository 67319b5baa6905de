#include "outputs/diagram/value.h"

namespace mektep {

Value diagram_value(const Diagram& diagram, ValueList nodes) {
  return make_record({{"title", diagram.title},
                      {"description", diagram.description},
                      {"wide", Value::safe(draw_wide(diagram))},
                      {"narrow", Value::safe(draw_narrow(diagram))},
                      {"nodes", std::move(nodes)}});
}

}  // namespace mektep

// The paper that somebody signs: a consent in Kyrgyz and in Russian, filled from the register, ready to
// print.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "content/model.h"
#include "schema/schema.h"

namespace mektep {

// An HTML page of two sheets of A4 (ky, ru) that needs nothing beside it. `id` is a consent, or an employee
// who has not been asked yet: then what is agreed to stays open. Of pupils and parents it prints the
// pseudonym and a line for the name, which is written by hand and stays on paper (ICT-20, ICT-21, ICT-23).
// nullopt: neither has this id. `stylesheet` is the address of consent_form_style(); empty = it stands in the
// page.
std::optional<std::string> consent_form(const ContentModel& model, const SchemaSet& schemas,
                                        std::string_view id, Date today, std::string_view stylesheet = {});
std::string_view consent_form_style();

}  // namespace mektep

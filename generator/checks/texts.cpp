// What stands in {{< … >}} must be known, complete and exist.
#include "checks/published_texts.h"
#include "outputs/shortcodes.h"

namespace mektep {

void check_texts(const CheckInput& input, Findings& findings) {
  for_published_texts(input, findings,
                      [&](const Entry&, const Translation& text, Locale locale, Findings& found) {
                        check_shortcodes({input.site, text, locale, locale}, found);
                      });
}

}  // namespace mektep

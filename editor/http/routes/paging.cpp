#include "editor/http/routes/paging.h"

#include <algorithm>
#include <charconv>

namespace mektep::editor {

Value Paging::value() const {
  constexpr std::size_t near = 2;
  ValueList steps;
  std::size_t last = 0;
  for (std::size_t number = 1; number <= pages; ++number) {
    const std::size_t distance = number > page ? number - page : page - number;
    if (distance > near && number != 1 && number != pages) continue;
    steps.push_back(make_record({{"number", number}, {"here", number == page}, {"gap", number != last + 1}}));
    last = number;
  }
  return make_record({{"pages", pages}, {"steps", std::move(steps)}});
}

Paging page_of(const Request& request, std::size_t rows, std::size_t length) {
  const std::string_view asked = request.parameter("page");
  std::size_t page = 1;
  std::from_chars(asked.data(), asked.data() + asked.size(), page);
  Paging paging;
  paging.pages = std::max<std::size_t>(1, (rows + length - 1) / length);
  paging.page = std::clamp<std::size_t>(page, 1, paging.pages);
  paging.begin = (paging.page - 1) * length;
  paging.end = std::min(rows, paging.page * length);
  return paging;
}

}  // namespace mektep::editor

#ifndef DEMARCHE_GRAPHS_PAGE_PAGE_PARTS_H_
#define DEMARCHE_GRAPHS_PAGE_PAGE_PARTS_H_

#include <string_view>

namespace demarche::page_parts {

// The files of graphs/page/, which the build puts into the program.  `html`
// has places for the others: {{policy}}, {{css}}, {{data}}, {{script}}.

extern const std::string_view html;
extern const std::string_view css;
extern const std::string_view script;

}  // namespace demarche::page_parts

#endif

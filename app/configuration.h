#ifndef DEMARCHE_APP_CONFIGURATION_H_
#define DEMARCHE_APP_CONFIGURATION_H_

#include <string>

#include "extractor/extractor.h"
#include "graphs/graph_options.h"

namespace demarche {

/// How graphs are made and written, with what makes them.  `view` is the value
/// of --view.
DescribeOptions describe_options_of(const Extractor& extractor,
                                    const std::string& view,
                                    bool strict_attribution);

}  // namespace demarche

#endif

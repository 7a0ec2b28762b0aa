package handlers

import (
	"regexp"
	"strconv"
)

var (
	templatePosition = regexp.MustCompile(`([^\s()":]+/templates/[^\s()":]+):(\d+)(?::(\d+))?`)
	templateName     = regexp.MustCompile(`(?: on |: |from |parsing )([^\s()":]+/(?:templates|crds)/[^\s()":]+)`)
)

// locate finds in Helm's error text where a template failed: the outermost template, since it is the one
// that yields the manifest.
func locate(message string) (template string, line, column int) {
	if found := templatePosition.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[2])
		column, _ = strconv.Atoi(found[3])
		if column > 0 {
			column++ // text/template counts bytes from 0
		}
		return found[1], line, column
	}
	if found := templateName.FindStringSubmatch(message); found != nil {
		return found[1], 0, 0
	}
	return "", 0, 0
}

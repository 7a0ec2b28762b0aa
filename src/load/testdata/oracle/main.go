// The judge of src/load/source-ignore.ts: fluxcd/pkg/sourceignore, called as source-controller does.
package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/fluxcd/pkg/sourceignore"
	"github.com/fluxcd/pkg/sourceignore/gitignore"
)

type source struct {
	Files    map[string]string `json:"files"`
	Ignore   *string           `json:"ignore"`
	Defaults string            `json:"defaults"`
	Paths    []string          `json:"paths"`
}

func main() {
	var sources []source
	if err := json.NewDecoder(os.Stdin).Decode(&sources); err != nil {
		panic(err)
	}
	verdicts := make([]string, 0, len(sources))
	for _, each := range sources {
		verdicts = append(verdicts, judge(each))
	}
	if err := json.NewEncoder(os.Stdout).Encode(verdicts); err != nil {
		panic(err)
	}
}

// judge gives a 1 for each path that is left out, else a 0.
func judge(s source) string {
	dir, err := os.MkdirTemp("", "source")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for path, text := range s.Files {
		file := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			panic(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			panic(err)
		}
	}
	matcher, domain := newMatcher(s, dir)
	var verdict strings.Builder
	for _, path := range s.Paths {
		if matcher.Match(append(append([]string{}, domain...), strings.Split(path, "/")...), false) {
			verdict.WriteByte('1')
		} else {
			verdict.WriteByte('0')
		}
	}
	return verdict.String()
}

func newMatcher(s source, dir string) (gitignore.Matcher, []string) {
	if s.Defaults == "bucket" {
		patterns, err := sourceignore.ReadIgnoreFile(filepath.Join(dir, sourceignore.IgnoreFile), nil)
		if err != nil {
			panic(err)
		}
		if s.Ignore != nil {
			patterns = append(patterns, sourceignore.ReadPatterns(strings.NewReader(*s.Ignore), nil)...)
		}
		return sourceignore.NewMatcher(patterns), nil
	}
	domain := strings.Split(dir, string(filepath.Separator))
	patterns, err := sourceignore.LoadIgnorePatterns(dir, domain)
	if err != nil {
		panic(err)
	}
	if s.Ignore != nil {
		patterns = append(patterns, sourceignore.ReadPatterns(strings.NewReader(*s.Ignore), domain)...)
	}
	// What storage.SourceIgnoreFilter does.
	if len(patterns) == 0 {
		return sourceignore.NewDefaultMatcher(nil, domain), domain
	}
	return sourceignore.NewMatcher(append(sourceignore.VCSPatterns(domain), patterns...)), domain
}

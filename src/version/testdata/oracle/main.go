// The judge of src/version: Masterminds/semver itself, and source-controller's sort of chart versions.
package main

import (
	"encoding/json"
	"os"
	"sort"
	"strings"
	"time"

	"github.com/Masterminds/semver/v3"
)

type request struct {
	Parse  []string `json:"parse"`
	Strict []string `json:"strict"`
	// Compare holds pairs of versions.
	Compare     [][2]string `json:"compare"`
	Versions    []string    `json:"versions"`
	Constraints []string    `json:"constraints"`
	// Charts holds the entries of one index each, all of them in the range.
	Charts [][]chart `json:"charts"`
}

type chart struct {
	Version string    `json:"version"`
	Created time.Time `json:"created"`
}

type response struct {
	Parse   []string `json:"parse"`
	Strict  []bool   `json:"strict"`
	Compare []int    `json:"compare"`
	// Constraints holds "E: message", or one 1 or 0 for each of Versions.
	Constraints []string `json:"constraints"`
	// Charts holds the index of the chosen entry.
	Charts []int `json:"charts"`
}

func main() {
	var in request
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	var out response
	for _, text := range in.Parse {
		v, err := semver.NewVersion(text)
		if err != nil {
			out.Parse = append(out.Parse, "E: "+err.Error())
		} else {
			out.Parse = append(out.Parse, v.String())
		}
	}
	for _, text := range in.Strict {
		_, err := semver.StrictNewVersion(text)
		out.Strict = append(out.Strict, err == nil)
	}
	for _, pair := range in.Compare {
		out.Compare = append(out.Compare, semver.MustParse(pair[0]).Compare(semver.MustParse(pair[1])))
	}
	var versions []*semver.Version
	for _, text := range in.Versions {
		versions = append(versions, semver.MustParse(text))
	}
	for _, text := range in.Constraints {
		out.Constraints = append(out.Constraints, check(text, versions))
	}
	for _, entries := range in.Charts {
		out.Charts = append(out.Charts, newest(entries))
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		panic(err)
	}
}

func check(text string, versions []*semver.Version) string {
	constraint, err := semver.NewConstraint(text)
	if err != nil {
		return "E: " + err.Error()
	}
	var verdicts strings.Builder
	for _, v := range versions {
		if constraint.Check(v) {
			verdicts.WriteByte('1')
		} else {
			verdicts.WriteByte('0')
		}
	}
	return verdicts.String()
}

// newest sorts as source-controller does: stable, with a "less" that also holds for equal entries.
func newest(entries []chart) int {
	order := make([]int, len(entries))
	versions := make([]*semver.Version, len(entries))
	for i, entry := range entries {
		order[i] = i
		versions[i] = semver.MustParse(entry.Version)
	}
	sort.SliceStable(order, func(i, j int) bool {
		left, right := order[i], order[j]
		if !versions[left].Equal(versions[right]) {
			return !versions[left].LessThan(versions[right])
		}
		return !entries[left].Created.Before(entries[right].Created)
	})
	return order[0]
}

package handlers

import "github.com/Masterminds/semver/v3"

type constraintRequest struct {
	Checks []struct {
		Constraint string   `json:"constraint"`
		Versions   []string `json:"versions"`
	} `json:"checks"`
}

type constraintVerdict struct {
	Error   string  `json:"error,omitempty"`
	Matches []*bool `json:"matches,omitzero"`
}

type constraintResult struct {
	Results []constraintVerdict `json:"results"`
}

// constraint judges versions with Masterminds/semver.
func (e *Engine) constraint(request constraintRequest) constraintResult {
	result := constraintResult{Results: []constraintVerdict{}}
	for _, check := range request.Checks {
		constraints, err := semver.NewConstraint(check.Constraint)
		if err != nil {
			result.Results = append(result.Results, constraintVerdict{Error: err.Error()})
			continue
		}
		verdict := constraintVerdict{Matches: make([]*bool, len(check.Versions))}
		for i, text := range check.Versions {
			if version, err := semver.NewVersion(text); err == nil {
				matches := constraints.Check(version)
				verdict.Matches[i] = &matches
			}
		}
		result.Results = append(result.Results, verdict)
	}
	return result
}

#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
Takes back everything that setup-kiosk.ps1 has changed on this PC, as recorded in its state file.

.DESCRIPTION
Goes through the changes backwards and restores what was there before. What can't be restored is reported and stays in the
state file, so that the script can be run again. The kiosk's account is deleted with its profile if the set-up made it; with
it goes the kiosk's pairing. Remove the kiosk at a desk too, under Office hub. -WhatIf shows what it would do.

.EXAMPLE
.\undo-kiosk.ps1 -WhatIf
.\undo-kiosk.ps1
#>
[CmdletBinding(SupportsShouldProcess)]
param()

. (Join-Path $PSScriptRoot 'kiosk-common.ps1')

$changes = @(Read-KioskState)
if ($changes.Count -eq 0) {
    Write-Output 'Nothing to undo: this PC has no record of a kiosk.'
    return
}

# The registry of an account that nobody is signed in to has to be loaded for its values.
$sids = @($changes | Where-Object { $_.Kind -eq 'Registry' -and $_.Key -match '^Registry::HKEY_USERS\\(S-1-[0-9-]+)\\' } |
        ForEach-Object { [regex]::Match($_.Key, 'S-1-[0-9-]+').Value } | Select-Object -Unique)

$kept = @()
$mounted = ''
for ($place = $changes.Count - 1; $place -ge 0; $place--) {
    $change = $changes[$place]
    if (-not $PSCmdlet.ShouldProcess("$($change.Kind) $($change.Key)", 'Undo')) { continue }
    try {
        $sid = $sids | Where-Object { $change.Key -like "*$_*" } | Select-Object -First 1
        if ($change.Kind -eq 'Registry' -and $sid) {
            if ($mounted -ne $sid) { Mount-UserHive -Sid $sid | Out-Null; $mounted = $sid }
        }
        elseif ($mounted) { Dismount-UserHive; $mounted = '' }
        & $Undo[$change.Kind] -Change $change
    }
    catch {
        Write-Warning "Not undone: $($change.Kind) $($change.Key). $($_.Exception.Message)"
        $kept = @($change) + $kept
    }
}
Dismount-UserHive

if ($WhatIfPreference) {
    Write-Output 'Nothing was changed.'
}
elseif ($kept.Count -eq 0) {
    Set-Location -LiteralPath $env:SystemRoot # this may run from the folder that goes now
    Remove-Item -LiteralPath $StateFolder -Recurse -Force
    Write-Output 'Done. Restart this PC.'
}
else {
    Write-KioskState -Changes $kept
    Write-Output "$($kept.Count) changes could not be undone. Mend what is named above, and run this again."
}

# What setup-kiosk.ps1 and undo-kiosk.ps1 share: the state file, and for each kind of change how it is made and undone.
#
# Every change is written to the state file, with what was there before, BEFORE it is made. Running the set-up again keeps
# the first record, so that undo restores what was there before the first run. Undo goes through the records backwards.

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$StateFolder = Join-Path $env:ProgramData 'Front Desk Kiosk'
$StateFile = Join-Path $StateFolder 'setup-state.json'
$Embedded = 'root\standardcimv2\embedded'

# --- the state file ------------------------------------------------------------------------------------------------

function Read-KioskState {
    if (-not (Test-Path -LiteralPath $StateFile)) { return @() }
    $read = Get-Content -LiteralPath $StateFile -Raw -Encoding UTF8 | ConvertFrom-Json
    return @($read)
}

function Write-KioskState {
    param([object[]] $Changes)
    if (-not (Test-Path -LiteralPath $StateFolder)) {
        New-Item -ItemType Directory -Path $StateFolder | Out-Null
        # Only administrators and the system: the file says what to undo, and undo runs as an administrator.
        & icacls.exe $StateFolder /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "The folder $StateFolder could not be protected." }
    }
    $new = "$StateFile.new"
    ConvertTo-Json -InputObject @($Changes) -Depth 6 | Set-Content -LiteralPath $new -Encoding UTF8
    Move-Item -LiteralPath $new -Destination $StateFile -Force
}

function Add-KioskChange {
    # Remember a change once: its kind, what it is about (Key), and what undo needs (Before).
    param([string] $Kind, [string] $Key, [object] $Before)
    $changes = @(Read-KioskState)
    foreach ($change in $changes) {
        if ($change.Kind -eq $Kind -and $change.Key -eq $Key) { return }
    }
    $changes += [pscustomobject]@{ Kind = $Kind; Key = $Key; Before = $Before; At = (Get-Date).ToString('s') }
    Write-KioskState -Changes $changes
}

function Copy-KioskUndo {
    # Keep the undo beside the state file: uninstalling Front Desk takes the scripts in its own folder away.
    [CmdletBinding(SupportsShouldProcess)]
    param()
    if (-not $PSCmdlet.ShouldProcess($StateFolder, 'Keep a copy of the undo')) { return }
    foreach ($name in @('kiosk-common.ps1', 'undo-kiosk.ps1')) {
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $name) -Destination $StateFolder -Force
    }
}

# --- registry ------------------------------------------------------------------------------------------------------

function Get-RegistryBefore {
    param([string] $Path, [string] $Name)
    $missing = [pscustomobject]@{ Exists = $false; Type = ''; Value = $null }
    if (-not (Test-Path -LiteralPath $Path)) { return $missing }
    $item = Get-Item -LiteralPath $Path
    if ($item.GetValueNames() -notcontains $Name) { return $missing }
    return [pscustomobject]@{
        Exists = $true
        Type   = $item.GetValueKind($Name).ToString()
        Value  = $item.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
    }
}

function Set-KioskRegistry {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Path, [string] $Name, [ValidateSet('DWord', 'String')] [string] $Type, [object] $Value)
    if (-not $PSCmdlet.ShouldProcess("$Path\$Name", "Set to '$Value'")) { return }
    Add-KioskChange -Kind 'Registry' -Key "$Path|$Name" -Before (Get-RegistryBefore -Path $Path -Name $Name)
    if (-not (Test-Path -LiteralPath $Path)) { New-Item -Path $Path -Force | Out-Null }
    New-ItemProperty -LiteralPath $Path -Name $Name -PropertyType $Type -Value $Value -Force | Out-Null
}

function Undo-Registry {
    param([pscustomobject] $Change)
    $path, $name = $Change.Key -split '\|', 2
    if (-not $Change.Before.Exists) {
        if (Test-Path -LiteralPath $path) {
            Remove-ItemProperty -LiteralPath $path -Name $name -ErrorAction SilentlyContinue
        }
        return
    }
    if (-not (Test-Path -LiteralPath $path)) { New-Item -Path $path -Force | Out-Null }
    New-ItemProperty -LiteralPath $path -Name $name -PropertyType $Change.Before.Type -Value $Change.Before.Value `
        -Force | Out-Null
}

# --- the kiosk account's own registry ------------------------------------------------------------------------------
# Its settings go with the account: undo deletes the account with its profile if the set-up made it, and otherwise
# restores each value.

function Mount-UserHive {
    # Returns the path of the account's registry, loading it if nobody is signed in there.
    param([string] $Sid)
    $path = "Registry::HKEY_USERS\$Sid"
    if (Test-Path -LiteralPath $path) { return $path }
    $list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
    $profilePath = (Get-ItemProperty -LiteralPath "$list\$Sid" -ErrorAction SilentlyContinue).ProfileImagePath
    if (-not $profilePath) { throw "The account has no profile. Sign in to it once, or let the set-up make it." }
    & reg.exe load "HKU\$Sid" (Join-Path $profilePath 'NTUSER.DAT') | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The account's registry could not be loaded." }
    $script:MountedSid = $Sid
    return $path
}

function Dismount-UserHive {
    if (-not (Test-Path -LiteralPath 'Variable:script:MountedSid') -or -not $script:MountedSid) { return }
    [gc]::Collect()
    [gc]::WaitForPendingFinalizers()
    & reg.exe unload "HKU\$($script:MountedSid)" | Out-Null
    $script:MountedSid = $null
}

# --- accounts ------------------------------------------------------------------------------------------------------

function New-KioskPassword {
    # 32 characters from the system's random numbers, with every class that a password rule may ask for.
    $letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $bytes = New-Object byte[] 30
    $random.GetBytes($bytes)
    $random.Dispose()
    return (-join ($bytes | ForEach-Object { $letters[$_ % $letters.Length] })) + '-7'
}

function New-KioskAccount {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Name, [securestring] $Password)
    $known = Get-LocalUser -Name $Name -ErrorAction SilentlyContinue
    if ($known) {
        $administrators = Get-LocalGroupMember -SID 'S-1-5-32-544' | Where-Object { $_.SID -eq $known.SID }
        if ($administrators) { throw "The account $Name is an administrator. A kiosk needs a standard account." }
        if ($PSCmdlet.ShouldProcess($Name, 'Give the account a new random password')) {
            Add-KioskChange -Kind 'AccountUsed' -Key $Name -Before $null
            Set-LocalUser -Name $Name -Password $Password -PasswordNeverExpires $true
        }
        return $known.SID.Value
    }
    if (-not $PSCmdlet.ShouldProcess($Name, 'Make a standard account with a random password')) { return '' }
    Add-KioskChange -Kind 'Account' -Key $Name -Before $null
    $made = New-LocalUser -Name $Name -Password $Password -PasswordNeverExpires -UserMayNotChangePassword `
        -AccountNeverExpires -Description 'Front Desk check-in kiosk'
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Name
    New-KioskProfile -Sid $made.SID.Value -Name $Name
    return $made.SID.Value
}

function New-KioskProfile {
    # Make the profile now, so that its registry can be set before anybody signs in.
    param([string] $Sid, [string] $Name)
    if (-not ('FrontDesk.Profile' -as [type])) {
        Add-Type -Namespace 'FrontDesk' -Name 'Profile' -MemberDefinition @'
[System.Runtime.InteropServices.DllImport("userenv.dll", CharSet = System.Runtime.InteropServices.CharSet.Unicode)]
public static extern int CreateProfile(string sid, string name, System.Text.StringBuilder path, uint length);
'@
    }
    $path = New-Object System.Text.StringBuilder 260
    $result = [FrontDesk.Profile]::CreateProfile($Sid, $Name, $path, 260)
    if ($result -ne 0 -and $result -ne -2147024713) { throw "The profile could not be made (0x$($result.ToString('x')))." }
}

function Undo-Account {
    param([pscustomobject] $Change)
    $known = Get-LocalUser -Name $Change.Key -ErrorAction SilentlyContinue
    if (-not $known) { return }
    $kept = Get-CimInstance -ClassName Win32_UserProfile -Filter "SID = '$($known.SID.Value)'"
    if ($kept) {
        if ($kept.Loaded) { throw "Sign the account $($Change.Key) out first, then run the undo again." }
        $kept | Remove-CimInstance
    }
    Remove-LocalUser -Name $Change.Key
}

function Undo-AccountUsed {
    param([pscustomobject] $Change)
    Write-Warning "The account $($Change.Key) was there before. Its old password is not known: set one by hand."
}

# --- automatic sign-in ---------------------------------------------------------------------------------------------
# Windows reads the password from an LSA secret, which only the system and administrators can open, encrypted with the PC's own
# key. It is never written to the registry's clear value DefaultPassword, nor to a file.

function Set-LsaSecret {
    param([string] $Name, [string] $Value)
    if (-not ('FrontDesk.Lsa' -as [type])) {
        Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
namespace FrontDesk {
    public static class Lsa {
        [StructLayout(LayoutKind.Sequential)]
        private struct UnicodeString { public ushort Length; public ushort MaximumLength; public IntPtr Buffer; }
        [StructLayout(LayoutKind.Sequential)]
        private struct Attributes {
            public int Length; public IntPtr RootDirectory; public IntPtr ObjectName;
            public uint Flags; public IntPtr SecurityDescriptor; public IntPtr SecurityQualityOfService;
        }
        [DllImport("advapi32.dll")]
        private static extern uint LsaOpenPolicy(IntPtr system, ref Attributes attributes, uint access, out IntPtr policy);
        [DllImport("advapi32.dll")]
        private static extern uint LsaStorePrivateData(IntPtr policy, ref UnicodeString name, IntPtr value);
        [DllImport("advapi32.dll")]
        private static extern uint LsaClose(IntPtr policy);
        [DllImport("advapi32.dll")]
        private static extern int LsaNtStatusToWinError(uint status);
        private static UnicodeString Text(string text) {
            return new UnicodeString {
                Buffer = Marshal.StringToHGlobalUni(text),
                Length = (ushort)(text.Length * 2),
                MaximumLength = (ushort)(text.Length * 2 + 2)
            };
        }
        public static int Store(string name, string value) {
            var attributes = new Attributes();
            IntPtr policy;
            uint status = LsaOpenPolicy(IntPtr.Zero, ref attributes, 0x20, out policy);
            if (status != 0) { return LsaNtStatusToWinError(status); }
            var key = Text(name);
            IntPtr place = IntPtr.Zero;
            UnicodeString secret = new UnicodeString();
            try {
                if (value != null) {
                    secret = Text(value);
                    place = Marshal.AllocHGlobal(Marshal.SizeOf(secret));
                    Marshal.StructureToPtr(secret, place, false);
                }
                return LsaNtStatusToWinError(LsaStorePrivateData(policy, ref key, place));
            } finally {
                Marshal.FreeHGlobal(key.Buffer);
                if (place != IntPtr.Zero) {
                    Marshal.ZeroFreeGlobalAllocUnicode(secret.Buffer);
                    Marshal.FreeHGlobal(place);
                }
                LsaClose(policy);
            }
        }
    }
}
'@
    }
    $given = if ($Value) { $Value } else { [NullString]::Value }
    $result = [FrontDesk.Lsa]::Store($Name, $given)
    # 2: there was none to delete.
    if ($result -ne 0 -and -not ($result -eq 2 -and -not $Value)) { throw "The LSA secret could not be stored ($result)." }
}

function Set-KioskSignInSecret {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Password)
    if (-not $PSCmdlet.ShouldProcess('LSA secret DefaultPassword', 'Store the kiosk account''s password')) { return }
    Add-KioskChange -Kind 'SignInSecret' -Key 'DefaultPassword' -Before $null
    Set-LsaSecret -Name 'DefaultPassword' -Value $Password
}

function Undo-SignInSecret {
    param([pscustomobject] $Change)
    Set-LsaSecret -Name $Change.Key -Value ''
}

# --- Windows features, Shell Launcher, keyboard filter -------------------------------------------------------------

function Enable-KioskFeature {
    # Returns whether the feature is there. Home and Pro editions don't have it.
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Name)
    $feature = Get-WindowsOptionalFeature -Online -FeatureName $Name -ErrorAction SilentlyContinue
    if (-not $feature) { return $false }
    if ($feature.State -eq 'Enabled') { return $true }
    if (-not $PSCmdlet.ShouldProcess($Name, 'Switch the Windows feature on')) { return $false }
    Add-KioskChange -Kind 'Feature' -Key $Name -Before $feature.State.ToString()
    Enable-WindowsOptionalFeature -Online -FeatureName $Name -All -NoRestart -WarningAction SilentlyContinue | Out-Null
    return $true
}

function Test-KioskShellLauncher {
    # Whether Shell Launcher can be used at once. Windows may switch it on at its next restart only.
    return [bool] (Get-CimClass -Namespace $Embedded -ClassName 'WESL_UserSetting' -ErrorAction SilentlyContinue)
}

function Undo-Feature {
    param([pscustomobject] $Change)
    Disable-WindowsOptionalFeature -Online -FeatureName $Change.Key -NoRestart -WarningAction SilentlyContinue | Out-Null
}

function Set-KioskShellLauncher {
    # The kiosk's supervisor is the account's shell. Exit code 0: staff closed it, nothing is started again (3: do nothing).
    # Anything else: the shell is started again (0). All other accounts keep Explorer.
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Sid, [string] $Shell)
    if (-not $PSCmdlet.ShouldProcess($Sid, "Shell Launcher: $Shell")) { return }
    $launcher = Get-CimClass -Namespace $Embedded -ClassName 'WESL_UserSetting'
    $enabled = (Invoke-CimMethod -CimClass $launcher -MethodName 'IsEnabled').Enabled
    $before = [pscustomobject]@{ Enabled = [bool] $enabled; Sid = $Sid }
    Add-KioskChange -Kind 'ShellLauncher' -Key $Sid -Before $before
    Invoke-CimMethod -CimClass $launcher -MethodName 'RemoveCustomShell' -Arguments @{ Sid = $Sid } `
        -ErrorAction SilentlyContinue | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName 'SetDefaultShell' -Arguments @{
        Shell = 'explorer.exe'; DefaultAction = [int] 0
    } | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName 'SetCustomShell' -Arguments @{
        Sid = $Sid; Shell = $Shell; CustomReturnCodes = [int[]] @(0); CustomReturnCodesAction = [int[]] @(3)
        DefaultAction = [int] 0
    } | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName 'SetEnabled' -Arguments @{ Enabled = $true } | Out-Null
}

function Undo-ShellLauncher {
    param([pscustomobject] $Change)
    $launcher = Get-CimClass -Namespace $Embedded -ClassName 'WESL_UserSetting' -ErrorAction SilentlyContinue
    if (-not $launcher) { return }
    Invoke-CimMethod -CimClass $launcher -MethodName 'RemoveCustomShell' -Arguments @{ Sid = $Change.Key } `
        -ErrorAction SilentlyContinue | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName 'SetEnabled' -Arguments @{ Enabled = [bool] $Change.Before.Enabled } `
        | Out-Null
}

function Set-KioskKeyFilter {
    # Block one of Windows' own key combinations, for everybody but administrators.
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Id)
    $key = Get-CimInstance -Namespace $Embedded -ClassName 'WEKF_PredefinedKey' -Filter "Id = '$Id'" `
        -ErrorAction SilentlyContinue
    if (-not $key -or -not $PSCmdlet.ShouldProcess($Id, 'Block the keys')) { return }
    Add-KioskChange -Kind 'KeyFilter' -Key $Id -Before ([bool] $key.Enabled)
    Set-CimInstance -InputObject $key -Property @{ Enabled = $true }
}

function Undo-KeyFilter {
    param([pscustomobject] $Change)
    $key = Get-CimInstance -Namespace $Embedded -ClassName 'WEKF_PredefinedKey' -Filter "Id = '$($Change.Key)'" `
        -ErrorAction SilentlyContinue
    if ($key) { Set-CimInstance -InputObject $key -Property @{ Enabled = [bool] $Change.Before } }
}

function Set-KioskKeyFilterSetting {
    # For everybody but administrators; the breakout key (five times the left Windows key) stays for IT.
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Name, [string] $Value)
    $setting = Get-CimInstance -Namespace $Embedded -ClassName 'WEKF_Settings' -Filter "Name = '$Name'" `
        -ErrorAction SilentlyContinue
    if (-not $setting -or -not $PSCmdlet.ShouldProcess($Name, "Keyboard filter: '$Value'")) { return }
    Add-KioskChange -Kind 'KeyFilterSetting' -Key $Name -Before ([string] $setting.Value)
    Set-CimInstance -InputObject $setting -Property @{ Value = $Value }
}

function Undo-KeyFilterSetting {
    param([pscustomobject] $Change)
    $setting = Get-CimInstance -Namespace $Embedded -ClassName 'WEKF_Settings' -Filter "Name = '$($Change.Key)'" `
        -ErrorAction SilentlyContinue
    if ($setting) { Set-CimInstance -InputObject $setting -Property @{ Value = [string] $Change.Before } }
}

# --- power ---------------------------------------------------------------------------------------------------------

function Get-PowerSeconds {
    # The seconds of a setting of the current plan, plugged in; -1 if Windows doesn't tell.
    param([string] $Group, [string] $Setting)
    $told = & powercfg.exe /query SCHEME_CURRENT $Group $Setting 2>$null
    # The last two hexadecimal numbers are the values plugged in and on battery, in every language of Windows.
    $numbers = @($told | Select-String -Pattern '0x[0-9a-fA-F]{8}' | ForEach-Object { $_.Matches[0].Value })
    if ($numbers.Count -lt 2) { return -1 }
    return [Convert]::ToInt64($numbers[-2], 16)
}

function Set-KioskPower {
    # `Group` and `Setting` are powercfg's own aliases; 0 seconds: never.
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Group, [string] $Setting)
    if (-not $PSCmdlet.ShouldProcess("$Group $Setting", 'Never while plugged in')) { return }
    Add-KioskChange -Kind 'Power' -Key "$Group|$Setting" -Before (Get-PowerSeconds -Group $Group -Setting $Setting)
    & powercfg.exe /setacvalueindex SCHEME_CURRENT $Group $Setting 0
    & powercfg.exe /setactive SCHEME_CURRENT
}

function Undo-Power {
    param([pscustomobject] $Change)
    if ($Change.Before -lt 0) { return }
    $group, $setting = $Change.Key -split '\|', 2
    & powercfg.exe /setacvalueindex SCHEME_CURRENT $group $setting $Change.Before
    & powercfg.exe /setactive SCHEME_CURRENT
}

# --- restart at night ----------------------------------------------------------------------------------------------

function Register-KioskRestart {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $Name, [datetime] $At, [string] $Program)
    if (-not $PSCmdlet.ShouldProcess($Name, "Restart this PC every night at $($At.ToString('HH:mm'))")) { return }
    $known = Get-ScheduledTask -TaskName $Name -ErrorAction SilentlyContinue
    $before = if ($known) { Export-ScheduledTask -TaskName $Name } else { '' }
    Add-KioskChange -Kind 'Task' -Key $Name -Before $before
    # First the update of Front Desk, if there is one: its script is only there if something was verified and prepared.
    $console = Join-Path (Split-Path -Parent $Program) 'front-desk.exe'
    $script = Join-Path $env:ProgramData 'Front Desk\updates\run.cmd'
    $update = New-ScheduledTaskAction -Execute 'cmd.exe' `
        -Argument "/d /c `"`"$console`" update --night && call `"$script`"`""
    $restart = New-ScheduledTaskAction -Execute 'shutdown.exe' -Argument '/r /t 30 /d p:0:0'
    $trigger = New-ScheduledTaskTrigger -Daily -At $At
    $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable:$false -WakeToRun
    Register-ScheduledTask -TaskName $Name -Action $update, $restart -Trigger $trigger -Settings $settings -User 'SYSTEM' `
        -RunLevel Highest -Force | Out-Null
}

function Undo-Task {
    param([pscustomobject] $Change)
    Unregister-ScheduledTask -TaskName $Change.Key -Confirm:$false -ErrorAction SilentlyContinue
    if ($Change.Before) { Register-ScheduledTask -TaskName $Change.Key -Xml $Change.Before -Force | Out-Null }
}

# --- undo ----------------------------------------------------------------------------------------------------------

# How each kind of change is undone. tests/installer checks that every kind is here.
$Undo = @{
    Registry         = ${function:Undo-Registry}
    Account          = ${function:Undo-Account}
    AccountUsed      = ${function:Undo-AccountUsed}
    SignInSecret     = ${function:Undo-SignInSecret}
    Feature          = ${function:Undo-Feature}
    ShellLauncher    = ${function:Undo-ShellLauncher}
    KeyFilter        = ${function:Undo-KeyFilter}
    KeyFilterSetting = ${function:Undo-KeyFilterSetting}
    Power            = ${function:Undo-Power}
    Task             = ${function:Undo-Task}
}
